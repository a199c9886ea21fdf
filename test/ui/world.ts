import { selectors } from 'playwright-core';

import { startChromium } from './chromium';
import { signInToEditor } from './editor/signIn';
import type { World } from './sentences';
import type { Endings, Running } from '../../scripts/start/bringUp';
import { fs, join, projectDir } from '../../scripts/start/machine';

/** Pictures that the sentences take, and one of the editor for each sentence that is not true. Not in the repository. */
export const pictureDir = join(projectDir, 'test', 'ui', 'pictures');

/** How long an element may take to appear: a busy machine needs it, an idle one answers in a tenth of it. */
const patienceMs = 90_000;

/** Nothing moves: a picture shows what is there in the end, and a spinner costs no processor. */
const keepStill = `addEventListener('DOMContentLoaded', () => {
	const style = document.createElement('style');
	style.textContent =
		'*, *::before, *::after { animation: none !important; transition: none !important }';
	document.head.append(style);
});`;

/** A browser with one tab in which the owner is signed in. Its end is noted in `endings`. */
export async function openWorld(
	running: Running,
	packageName: string,
	endings: Endings,
): Promise<World> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await startChromium();
	endings.unshift(async () => await browser.close());
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	context.setDefaultTimeout(patienceMs);
	// What the editor wants from the internet never comes here; refused at once, nothing waits for it.
	await context.route(
		({ hostname }) => !['127.0.0.1', 'localhost'].includes(hostname),
		async (route) => await route.abort(),
	);
	const page = await context.newPage();
	page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
	await page.addInitScript({ content: keepStill });
	await signInToEditor(page, running.n8n.url, running.home.login);
	fs.rmSync(pictureDir, { recursive: true, force: true });
	fs.mkdirSync(pictureDir, { recursive: true });
	const picture = async (name: string) => {
		const path = join(pictureDir, `${name}.png`);
		await page.screenshot({ path });
		return path;
	};
	const startAnew = async () => {
		await page.goto(`${running.n8n.url}/home/workflows`, { waitUntil: 'domcontentloaded' });
	};
	return { ...running, packageName, context, page, picture, startAnew };
}
