import { every, screen } from './machine';

/** One line to the terminal. */
export function say(line = ''): void {
	screen.write(`${line}\n`);
}

/**
 * Runs a piece of work that takes long and shows that it is alive: a line when it begins and when it is done, and
 * between them the seconds gone (in place on a terminal, every half minute in a log).
 */
export async function showProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	const inPlace = screen.isTTY === true;
	if (!inPlace) say(`${what} ...`);
	const tick = () =>
		inPlace ? screen.write(`\r${what} ... ${seconds()} s`) : say(`  ${seconds()} s`);
	const stopTicking = every(inPlace ? 1000 : 30_000, tick);
	try {
		const result = await work();
		say(`${inPlace ? '\r' : ''}${what}: done in ${seconds()} s`);
		return result;
	} finally {
		stopTicking();
	}
}
