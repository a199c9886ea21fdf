export const USAGE = `npm run test:mutation [-- --mutate=<files under nodes/shared>] [--tests=<folders or files>]
Changes the code a little, many times, and looks whether a test notices. Without --mutate: all of nodes/shared, which
takes hours. Tests are those of the same room: test/polling for the polling engine, test/unit/<room> for the others.`;

export interface Options {
	files: string[];
	/** Folders of tests, or files, that have to notice. */
	tests: string[];
}

/** What the command line asks for. @throws Error with the usage for anything that it does not know */
export function readOptions(args: readonly string[]): Options {
	let files = ['nodes/shared/**/*.ts'];
	let tests: string[] | undefined;
	for (const arg of args) {
		const [name, value] = arg.split('=');
		if (!value || (name !== '--mutate' && name !== '--tests')) throw new Error(USAGE);
		if (name === '--mutate') files = value.split(',');
		else tests = value.split(',');
	}
	return { files, tests: tests ?? [...new Set(files.map(testsOf))] };
}

function testsOf(file: string): string {
	const room = /^nodes\/shared\/([a-z]+)\//i.exec(file)?.[1];
	if (room === 'polling') return 'test/polling';
	return room ? `test/unit/${room}` : 'test/unit';
}
