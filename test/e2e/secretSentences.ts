import { fs, join } from '../../scripts/start/machine';
import { running } from './running';

/** Where the launcher itself keeps the keys of the sandboxes, and packages that have none. */
const LEFT_OUT = /(^|[\\/])(keys\.json|node_modules)([\\/]|$)/;

/** A key as it can stand in a text: as it is, in an address, and in an Authorization header with or without a colon. */
function formsOf(key: string): string[] {
	const basic = [`${key}:`, key].map((text) =>
		// The last characters depend on what follows.
		Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1),
	);
	return [key, encodeURIComponent(key), ...basic];
}

/** Every file that n8n has written: its database with what is not yet merged into it, executions, logs, settings. */
function writtenFiles(folder: string): string[] {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => !LEFT_OUT.test(file.slice(folder.length)));
}

/** Names of files that have one of the texts in them. */
const holding = (files: readonly string[], texts: readonly string[]): string[] =>
	files.filter((file) => {
		const content = fs.readFileSync(file);
		return texts.some((text) => content.includes(text));
	});

/** What all of the above must not have left behind. */
export function secretSentences(): void {
	it('no key is in anything that n8n has written: database, executions, logs', () => {
		const { home, contact } = running();
		const files = writtenFiles(home.dir);
		// What is looked for would be found: a name of the executions, and the log-in.
		expect(holding(files, [String(contact?.EMAIL_ADDRESS)])).not.toEqual([]);
		expect(holding(files, [home.login.email])).not.toEqual([]);
		for (const [name, key] of Object.entries(home.keys)) {
			expect([name, holding(files, formsOf(key))]).toEqual([name, []]);
		}
	});

	it('no key is in a request outside its Authorization header', () => {
		const { home, insightly, spotler, postHog } = running();
		const requests = [insightly, spotler, postHog].flatMap(({ sandbox }) => sandbox.requests);
		expect(requests.length).toBeGreaterThan(0);
		const said = JSON.stringify(requests);
		const found = Object.entries(home.keys).filter(([, key]) =>
			formsOf(key).some((form) => said.includes(form)),
		);
		expect(found.map(([name]) => name)).toEqual([]);
	});
}
