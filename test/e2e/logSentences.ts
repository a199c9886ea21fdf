import { running } from './running';
import { fs } from '../../scripts/start/machine';

/** What all of the above must not have left behind. */
export function logSentences(): void {
	it('every request was one that the three APIs know', () => {
		const { insightly, spotler, postHog } = running();
		const refused = [insightly, spotler, postHog].flatMap(({ sandbox }) => sandbox.violations);
		expect(refused).toEqual([]);
	});

	it("no key, and not the password, is in n8n's log", () => {
		const { home } = running();
		const log = fs.readFileSync(home.logFile, 'utf8');
		expect(log).not.toBe('');
		const secrets = { ...home.keys, password: home.login.password };
		const found = Object.entries(secrets).filter(([, secret]) => log.includes(secret));
		expect(found.map(([name]) => name)).toEqual([]);
	});
}
