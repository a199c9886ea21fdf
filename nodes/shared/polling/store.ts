import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { fingerprint } from './hash';
import { noteProgress, progressSince } from './progress';

/** What the store itself has to know of a state. */
export interface KeptState {
	/** What the state belongs to: another scope starts anew. */
	scope: string;
	/** Counts how often the trigger was armed; of two kept states the one armed later is right. */
	generation: number;
}

/** Where the state of one trigger is kept, as found at the start of a poll. */
export interface StateStore<State extends KeptState> {
	/** The state to go on from, if there is one for this scope. */
	state?: State;
	/** The generation a newly armed state gets. */
	nextGeneration: number;
	/** Keeps progress that handed out nothing, in this process only. */
	note(next: State): void;
	/**
	 * Replaces the state. Synchronous; to be called last.
	 *
	 * @param armed the state as it was armed in this poll, if it was
	 * @returns false, with nothing changed, when another poll has replaced the state meanwhile
	 */
	replace(next: State, armed?: State): boolean;
}

const nodeSlot = 'poll';

/**
 * Opens the state of the node that is polling.
 *
 * n8n's engine with durable cursors drops what the poll at activation wrote to the node's own data when
 * that poll returned nothing. So an armed state is kept in the workflow's data too, by node id, until it
 * has been seen to survive in the node's own data. Of the two the one armed later is right.
 *
 * @param read gives a copy of a kept state, or undefined for anything that is none of this kind
 */
export function openStore<State extends KeptState>(
	context: IPollFunctions,
	scope: string,
	read: (kept: unknown) => State | undefined,
): StateStore<State> {
	const nodeData = context.getWorkflowStaticData('node');
	const workflowData = context.getWorkflowStaticData('global');
	const node = context.getNode();
	const key = `${context.getWorkflow().id ?? ''}:${node.id}`;
	const workflowSlot = `poll:${node.id}`;
	const found: unknown = nodeData[nodeSlot];
	const own = read(found);
	const shared = read(workflowData[workflowSlot]);
	const youngest = !own || (shared && shared.generation > own.generation) ? shared : own;
	const kept = youngest?.scope === scope ? youngest : undefined;
	const base = fingerprint(JSON.stringify([scope, youngest ?? null]));
	const isFresh = !kept && context.getActivationMode() === 'activate';

	return {
		state: (isFresh ? undefined : read(progressSince(key, base))) ?? kept,
		nextGeneration: (youngest?.generation ?? 0) + 1,
		note: (next) => noteProgress(key, base, next),
		replace(next, armed) {
			if (nodeData[nodeSlot] !== found) return false;
			if (kept && kept === own && JSON.stringify(kept) === JSON.stringify(next)) return true;
			nodeData[nodeSlot] = toData(next);
			if (armed) workflowData[workflowSlot] = toData(armed);
			else if (kept && kept === own) delete workflowData[workflowSlot];
			return true;
		},
	};
}

/** The state as plain JSON: absent rather than undefined, and no object shared with the engine. */
function toData(state: KeptState): IDataObject {
	return JSON.parse(JSON.stringify(state)) as IDataObject;
}
