import { nameOf } from './contacts';
import type { FinishedExecution } from './executions';
import { say } from './say';
import type { SpotlerSandbox } from '../../sandbox/spotler';

/** One line with the time of day. */
export function sayNow(line: string): void {
	say(`${new Date().toTimeString().slice(0, 8)}  ${line}`);
}

/** Tells which contacts arrived in an execution, and how many items each later node put out. */
export function tellArrivals(execution: FinishedExecution): void {
	const [arrived, ...later] = execution.nodes;
	const outcome = later.map(({ name, items }) => `${name}: ${items.length}`).join(', ');
	for (const item of arrived?.items ?? []) {
		sayNow(`contact arrived: ${nameOf(item)}  execution ${execution.id}  ${outcome}`);
	}
	tellBadEnd(execution);
}

/** A contact as an execution wrote it to Spotler CRM. */
export interface Written {
	name: string;
	contactId: number;
	accountId: number;
	accountName: string;
}

/**
 * What an execution wrote to Spotler CRM, one entry for each contact. Records are recognised by their keys, because users
 * may give the nodes other names.
 */
export function writtenToSpotler({ nodes }: FinishedExecution): Written[] {
	const records = nodes.flatMap(({ items }) => items).filter(({ id }) => id !== undefined);
	const accountNames = new Map(
		records.filter(({ name }) => name).map(({ id, name }) => [Number(id), String(name)]),
	);
	return records
		.filter(({ accountid }) => accountid !== undefined)
		.map(({ id, accountid, first, last }) => ({
			name: [first, last].filter(Boolean).join(' '),
			contactId: Number(id),
			accountId: Number(accountid),
			accountName: accountNames.get(Number(accountid)) ?? '',
		}));
}

/** Tells both ids of each contact that an execution wrote, and how many records the sandbox holds now. */
export function tellWritten(execution: FinishedExecution, { store }: SpotlerSandbox): void {
	const [accounts, contacts] = ['accounts', 'contacts'].map((object) => store.all(object).length);
	const written = writtenToSpotler(execution);
	for (const { name, accountId, accountName, contactId } of written) {
		sayNow(
			`written to Spotler CRM: ${name}  account ${accountId} (${accountName}), contact ${contactId}` +
				`  execution ${execution.id}  it holds ${accounts} accounts and ${contacts} contacts now`,
		);
	}
	const arrived = execution.nodes[0]?.items.length ?? 0;
	const leftOut = arrived - written.length;
	if (execution.status === 'success' && leftOut > 0) {
		const left = `${leftOut} of ${arrived} without an email address left out`;
		sayNow(`not written to Spotler CRM: ${left}  execution ${execution.id}`);
	}
	tellBadEnd(execution);
}

function tellBadEnd({ id, status, reason }: FinishedExecution): void {
	if (status !== 'success')
		sayNow(`execution ${id} ended as "${status}": ${reason ?? 'no reason given'}`);
}
