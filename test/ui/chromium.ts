import { chromium, type Browser } from 'playwright-core';

import { environment, fs, isRoot, projectDir } from '../../scripts/start/machine';
import { runToEnd } from '../../scripts/start/run';
import { showProgress } from '../../scripts/start/say';
import { Stop } from '../../scripts/start/stop';

/** Where Debian puts it; UI_CHROMIUM names another one. */
const usualPath = '/usr/bin/chromium';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--no-first-run',
	'--disable-background-networking',
	'--force-color-profile=srgb',
];

/**
 * Starts Chromium without a window. Where it is missing and this account may install system packages, it is installed
 * first. Throws `Stop` when there is none.
 */
export async function startChromium(more: readonly string[] = []): Promise<Browser> {
	const executablePath = environment.UI_CHROMIUM || usualPath;
	if (!fs.existsSync(executablePath)) await installChromium(executablePath);
	return await chromium.launch({ executablePath, headless: true, args: [...flags, ...more] });
}

async function installChromium(path: string): Promise<void> {
	const run = {
		cwd: projectDir,
		env: { DEBIAN_FRONTEND: 'noninteractive' },
		otherwise: 'Chromium could not be installed with apt-get.',
	};
	const packages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'];
	if (isRoot && path === usualPath && fs.existsSync('/usr/bin/apt-get')) {
		await showProgress('installing Chromium with apt-get', async () => {
			await runToEnd('apt-get', ['update'], run);
			await runToEnd('apt-get', ['install', '-y', '--no-install-recommends', ...packages], run);
		});
	}
	if (fs.existsSync(path)) return;
	throw new Stop(
		`The editor is tested in Chromium, and there is none at ${path}.\n` +
			'  Debian, Ubuntu:  sudo apt-get install chromium\n' +
			'  elsewhere:       set UI_CHROMIUM to the path of a Chromium or Chrome\n' +
			'Then run the same command again.',
	);
}
