import { createHash, environment, fs, homedir, join, projectDir, resolve } from './machine';
import { Stop } from './stop';

/**
 * Folder outside the repository that keeps n8n itself, and the user folder with workflows and log-in:
 * START_CACHE_DIR, else $XDG_CACHE_HOME/n8n-nodes-insightly-spotler, else ~/.cache/n8n-nodes-insightly-spotler.
 */
export function cacheDir(): string {
	const chosen = environment.START_CACHE_DIR;
	if (chosen) return resolve(chosen);
	return join(
		environment.XDG_CACHE_HOME || join(homedir(), '.cache'),
		'n8n-nodes-insightly-spotler',
	);
}

/** Folder of the n8n that belongs to the given lock file: another lock file means another folder. */
export function n8nDir(lockFile: string): string {
	return join(cacheDir(), `n8n-${shortHash(fs.readFileSync(lockFile))}`);
}

/** The user folder of `npm start` for this clone of the project. */
export function homeDir(): string {
	return join(cacheDir(), `home-${shortHash(projectDir)}`);
}

/** A user folder of its own for one check. */
export function temporaryHomeDir(): string {
	fs.mkdirSync(cacheDir(), { recursive: true });
	return fs.mkdtempSync(join(cacheDir(), 'check-'));
}

/** Throws `Stop` when the disk that holds `dir` has less than `gigabytes` left. */
export function requireDiskSpace(dir: string, gigabytes: number): void {
	const { bavail, bsize } = fs.statfsSync(dir);
	const free = (bavail * bsize) / 1e9;
	if (free >= gigabytes) return;
	throw new Stop(
		`n8n needs ${gigabytes} GB in ${dir}, but only ${free.toFixed(1)} GB are free. ` +
			'Make room, or name a folder on another disk with START_CACHE_DIR.',
	);
}

function shortHash(content: string | Buffer): string {
	return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
