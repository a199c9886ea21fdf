import type { Running } from './bringUp';
import { changeContact, createContact, curlLine, nameOf } from './contacts';
import { followExecutions, type FinishedExecution } from './executions';
import { every, keyboard, sleep } from './machine';
import type { Options } from './options';
import { say } from './say';
import { reasonOf } from './stop';
import { sayNow, tellArrivals, tellWritten } from './tell';

const lookEveryMs = 2000;

/**
 * Shows how to get in, then tells of each contact that arrives in a demo workflow. Ends only by throwing: when n8n
 * ends by itself. `stop` is called when the user presses q or Ctrl-C while the keyboard is read here.
 */
export async function stay(running: Running, options: Options, stop: () => void): Promise<never> {
	const hand = createHand(running);
	showWelcome(running, options);
	listenToKeys({ c: hand.create, u: hand.change }, stop);
	if (options.demoEverySeconds) every(options.demoEverySeconds * 1000, () => void hand.next());
	const { client, followUp, toSpotler, spotler } = running;
	throw await Promise.race([
		running.n8n.ended,
		tellEach(client, followUp.id, tellArrivals),
		tellEach(client, toSpotler.id, (execution) => tellWritten(execution, spotler.sandbox)),
	]);
}

/** Writes to the Insightly sandbox as another user would, and tells what it did. */
function createHand({ insightly: { account } }: Running) {
	let newest: number | undefined;
	const attempt = async (act: () => Promise<void>) => {
		await act().catch((thrown: unknown) => sayNow(reasonOf(thrown)));
	};
	const create = async () =>
		await attempt(async () => {
			const contact = await createContact(account);
			newest = contact.CONTACT_ID;
			sayNow(`created in Insightly: ${nameOf({ ...contact })}`);
		});
	const change = async () =>
		await attempt(async () => {
			if (newest === undefined) {
				sayNow('nothing to change yet: create a contact first');
				return;
			}
			const contact = await changeContact(account, newest);
			sayNow(`changed in Insightly: ${nameOf({ ...contact })} is ${contact.TITLE} now`);
		});
	let turns = 0;
	const next = async () => await (turns++ % 2 === 0 ? create() : change());
	return { create, change, next };
}

async function tellEach(
	client: Running['client'],
	workflowId: string,
	tell: (execution: FinishedExecution) => void,
): Promise<never> {
	const finishedSince = await followExecutions(client, workflowId);
	let inVain = 0;
	for (;;) {
		try {
			for (const execution of await finishedSince()) tell(execution);
			inVain = 0;
		} catch (thrown) {
			// n8n may be busy or on its way down: look again, and say it when that does not help, once.
			if (++inVain === 3) sayNow(`n8n does not tell its executions: ${reasonOf(thrown)}`);
		}
		await sleep(lookEveryMs);
	}
}

function showWelcome(running: Running, options: Options): void {
	const { home, n8n, insightly, spotler, postHog, followUp, toSpotler, weeklyInsight } = running;
	const token = spotler.account.key;
	say();
	say(`  Editor     ${n8n.url}/home/workflows`);
	say(`  Log-in     ${home.login.email}   password  ${home.login.password}`);
	say(`  Insightly  ${insightly.account.url}   API key  ${insightly.account.key}`);
	say(
		`  Spotler    ${spotler.account.url}   access token, one line of ${token.length} characters:\n${token}`,
	);
	say(`  PostHog    ${postHog.account.url}   API key  ${postHog.account.key}`);
	say(`  n8n's log  ${home.logFile}`);
	say();
	say('  Active: n8n asks the Insightly sandbox for changed contacts every minute.');
	say(`    ${n8n.url}${followUp.path}  ${followUp.name}`);
	say(`    ${n8n.url}${toSpotler.path}  ${toSpotler.name}`);
	say('  Not active, to be run by hand in the editor:');
	say(`    ${n8n.url}${weeklyInsight.path}  ${weeklyInsight.name}`);
	say();
	say('  Create a contact, and it appears below within a minute or so:');
	say(`    ${curlLine(insightly.account)}`);
	if (options.demoEverySeconds)
		say(`  One is created or changed by itself every ${options.demoEverySeconds} seconds.`);
	say(
		keyboard.isTTY
			? '  Keys: c creates a contact, u updates the newest one, q or Ctrl-C stops everything.'
			: '  Ctrl-C stops everything.',
	);
	say();
}

function listenToKeys(keys: Record<string, () => Promise<void>>, stop: () => void): void {
	if (!keyboard.isTTY) return;
	keyboard.setRawMode(true);
	keyboard.on('data', (chunk: Buffer) => {
		const key = chunk.toString();
		void keys[key]?.();
		if (key === 'q' || key === '\u0003') stop();
	});
}
