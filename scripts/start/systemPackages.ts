import { delimiter, environment, fs, isRoot, join, projectDir } from './machine';
import { runToEnd } from './run';
import { showProgress } from './say';

/** Whether a command of that name can be started. */
export function isOnPath(command: string): boolean {
	const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
	return folders.some((folder) => fs.existsSync(join(folder, command)));
}

/** Whether this account may install Debian's packages without being asked for a password, as root in a container can. */
export const canInstallPackages = (): boolean => isRoot && isOnPath('apt-get');

/** Installs Debian's packages; services among them are not started. Throws `Stop` when apt-get ends badly. */
export async function installPackages(names: string[]): Promise<void> {
	const list = names.join(', ');
	const run = {
		cwd: projectDir,
		env: { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
		otherwise: `The packages ${list} could not be installed with apt-get.`,
	};
	await showProgress(`installing ${list} with apt-get`, async () => {
		await runToEnd('apt-get', ['update'], run);
		await runToEnd('apt-get', ['install', '-y', '--no-install-recommends', ...names], run);
	});
}
