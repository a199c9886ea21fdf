import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { fingerprint } from '../request/fingerprint';
import { isReadTooEarly, newestSince, nextMoment, rememberNewest } from './newest';
import { noteProgress, progressSince } from './progress';
import { chooseState, ownData, readSlots, writeSlots, type Choice, type Slots } from './slots';

/** What the store itself has to know of a state. */
export interface KeptState {
	/** What the state belongs to: another scope starts anew, or goes on where `adopt` says so. */
	scope: string;
	/** Counts how often the trigger was armed; of two kept states the one armed later is right. */
	generation: number;
}

/** What kind of state is kept, and for what. */
export interface StoreSettings<State extends KeptState> {
	scope: string;
	/** Gives a copy of a kept state, or undefined for anything that is none of this kind. */
	read(kept: unknown): State | undefined;
	/** The state as plain JSON, where that differs from the state itself. */
	pack?(state: State): unknown;
	/** Makes a state of this scope from one of another scope, where the trigger may go on from it. Pure. */
	adopt?(other: State): State | undefined;
}

/** Where the state of one trigger is kept, as found at the start of a poll. */
export interface StateStore<State extends KeptState> {
	/** The state to go on from, if there is one for this scope. */
	state?: State;
	/** Whether another poll of this process has replaced the state since it was read: this poll is to do nothing. */
	isOutdated: boolean;
	/** The generation a newly armed state gets. */
	nextGeneration: number;
	/** Keeps progress that handed out nothing, in this process only. */
	note(next: State): void;
	/**
	 * Replaces the state. Synchronous; to be called last.
	 *
	 * @param armed the state as it was armed in this poll, if it was
	 * @param hasItems whether the poll hands out items
	 * @returns false, with nothing changed, when another poll has replaced the state meanwhile
	 */
	replace(next: State, armed: State | undefined, hasItems: boolean): boolean;
}

/** What was found, for telling it from what this process has made since. */
const revisionIn = <State>({ own, shared }: Slots<State>): number =>
	own?.revision ?? shared?.revision ?? -1;

function find<State extends KeptState>(
	slots: Slots<State>,
	names: { workflow: string; node: string; name: string },
	read: (kept: unknown) => State | undefined,
): Choice<State> {
	const { own, shared } = slots;
	const isRenamed = !own && shared?.name !== undefined && shared.name !== names.name;
	const isOneSave = isRenamed || (own !== undefined && own.revision === shared?.revision);
	const found = revisionIn(slots);
	const newest = isOneSave ? newestSince(names.workflow, names.node, found) : undefined;
	const state = newest && read(newest.state);
	if (newest && state) return { state, isOwn: false, revision: newest.revision };
	return chooseState(slots, names.name);
}

/**
 * Opens the state of the node that is polling: see `chooseState` for where it is kept and why, and `rememberNewest` for
 * what the process remembers besides.
 */
export function openStore<State extends KeptState>(
	context: IPollFunctions,
	settings: StoreSettings<State>,
): StateStore<State> {
	const { scope, read, pack = (state: State) => state, adopt } = settings;
	const { id: node, name } = context.getNode();
	const workflow = context.getWorkflow().id ?? '';
	const openedAt = nextMoment();
	const key = `${workflow}:${node}`;
	const noted = (from: string) => read(progressSince(key, from));
	const before = ownData(context);
	const slots = readSlots(context, read);
	const { state: youngest, isOwn, revision } = find(slots, { workflow, node, name }, read);
	const isMine = youngest?.scope === scope;
	// A state can become again what it was: the revision tells the two apart.
	const baseOf = (owner: string) =>
		fingerprint(JSON.stringify([owner, revision, (youngest && pack(youngest)) ?? null]));
	const base = baseOf(scope);
	/** What was read since without items counts for the new scope too. */
	const other = isMine || !youngest ? undefined : (noted(baseOf(youngest.scope)) ?? youngest);
	const kept = isMine ? youngest : other && adopt?.(other);
	const isFresh = !kept && context.getActivationMode() === 'activate';
	const toData = (state: State) => JSON.parse(JSON.stringify(pack(state))) as IDataObject;

	return {
		isOutdated: isReadTooEarly(workflow, node, revision),
		state: (isFresh ? undefined : noted(base)) ?? kept,
		nextGeneration: (youngest?.generation ?? 0) + 1,
		note: (next) => noteProgress(key, base, toData(next)),
		replace(next, armed, hasItems) {
			if (ownData(context) !== before) return false;
			const data = toData(next);
			// With items it is replaced even by the same: what was noted since must not be gone on from again.
			const isKept = isMine && isOwn && !hasItems && slots.own?.node?.name === name;
			if (isKept && JSON.stringify(toData(youngest)) === JSON.stringify(data)) return true;
			const still = isMine ? slots.shared?.armed : kept;
			const safe = armed ?? (!isOwn && still?.scope === scope ? still : undefined);
			writeSlots(context, { state: data, armed: safe && toData(safe), revision: revision + 1 });
			if (hasItems) {
				const foundRevision = revisionIn(slots);
				const made = { state: data, revision: revision + 1, foundRevision, openedAt };
				rememberNewest(workflow, node, made);
			}
			return true;
		},
	};
}
