import type { Running } from './bringUp';
import { createContact, curlLine, nameOf } from './contacts';
import { followExecutions, type FinishedExecution } from './executions';
import { every, keyboard, sleep } from './machine';
import type { Options } from './options';
import { say } from './say';
import { reasonOf } from './stop';

const lookEveryMs = 2000;

/**
 * Shows how to get in, then tells of each contact that arrives in the demo workflow. Ends only by throwing: when n8n
 * ends by itself. `stop` is called when the user presses q or Ctrl-C while the keyboard is read here.
 */
export async function stay(running: Running, options: Options, stop: () => void): Promise<never> {
	const create = async () => {
		try {
			say(
				`${clock()}  created in the sandbox: ${nameOf({ ...(await createContact(running.account)) })}`,
			);
		} catch (thrown) {
			say(`${clock()}  ${reasonOf(thrown)}`);
		}
	};
	showWelcome(running, options);
	listenToKeys(create, stop);
	if (options.demoEverySeconds) every(options.demoEverySeconds * 1000, () => void create());
	throw await Promise.race([running.n8n.ended, tellExecutions(running)]);
}

async function tellExecutions({ client, workflow }: Running): Promise<never> {
	const finishedSince = await followExecutions(client, workflow.id);
	let inVain = 0;
	for (;;) {
		try {
			for (const execution of await finishedSince()) tell(execution);
			inVain = 0;
		} catch (thrown) {
			// n8n may be busy or on its way down: look again, and say it when that does not help, once.
			if (++inVain === 3) say(`${clock()}  n8n does not tell its executions: ${reasonOf(thrown)}`);
		}
		await sleep(lookEveryMs);
	}
}

function tell({ id, status, nodes, reason }: FinishedExecution): void {
	const [arrived, ...later] = nodes;
	const outcome = later.map(({ name, items }) => `${name}: ${items.length}`).join(', ');
	for (const item of arrived?.items ?? []) {
		say(`${clock()}  contact arrived: ${nameOf(item)}  execution ${id}  ${outcome}`);
	}
	if (status !== 'success')
		say(`${clock()}  execution ${id} ended as "${status}": ${reason ?? 'no reason given'}`);
}

function showWelcome({ home, account, n8n, workflow }: Running, options: Options): void {
	say();
	say(`  Editor     ${n8n.url}${workflow.path}`);
	say(`  Log-in     ${home.login.email}   password  ${home.login.password}`);
	say(`  Sandbox    ${account.apiUrl}   API key  ${account.apiKey}`);
	say(`  n8n's log  ${home.logFile}`);
	say();
	say(
		`  The workflow "${workflow.name}" is active: n8n asks the sandbox for changes every minute.`,
	);
	say('  Create a contact, and it appears below within a minute or so:');
	say(`    ${curlLine(account)}`);
	if (options.demoEverySeconds)
		say(`  One is created by itself every ${options.demoEverySeconds} seconds.`);
	say(
		keyboard.isTTY
			? '  Keys: c creates a contact, q or Ctrl-C stops everything.'
			: '  Ctrl-C stops everything.',
	);
	say();
}

function listenToKeys(create: () => Promise<void>, stop: () => void): void {
	if (!keyboard.isTTY) return;
	keyboard.setRawMode(true);
	keyboard.on('data', (chunk: Buffer) => {
		const key = chunk.toString();
		if (key === 'c') void create();
		if (key === 'q' || key === '\u0003') stop();
	});
}

function clock(): string {
	return new Date().toTimeString().slice(0, 8);
}
