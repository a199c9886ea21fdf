import type { GenericValue, IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { nothingToShow } from './manual';
import { openStore } from './store';
import type { KeptState } from './store';
import { singleFlight } from './singleFlight';

/** What a poll makes of two looks at the same thing. */
export interface Comparison<Memory> {
	/** What the workflow receives, in order. */
	emit: IDataObject[];
	/** What the next poll compares with. JSON, small. */
	memory: Memory;
}

/**
 * Something that has no list of changes, only a present state: a number, a result. It is looked at in each poll and
 * compared with what was remembered. What happens and is undone between two polls is not seen.
 */
export interface SnapshotWatch<Now, Memory> {
	/** Everything that decides what is watched, as one string: see `pollScope`. */
	scope: string;
	/**
	 * Looks at the present state. Undefined: there is nothing to compare at the moment; nothing is forgotten then.
	 * Throws an error that is already readable for the user.
	 *
	 * @param budgetMs how long the look may take
	 */
	look(budgetMs: number): Promise<Now | undefined>;
	/** What is remembered of the first look, which reports nothing. Pure. */
	remember(now: Now): Memory;
	/** What has changed since. Pure. */
	compare(memory: Memory, now: Now): Comparison<Memory>;
	/** Whether something that was kept is a memory of this watch. */
	isMemory(kept: unknown): kept is Memory;
	/** What a manual run shows of the present state. */
	show(now: Now): IDataObject[];
	/** What is shown, for texts for the user, plural. */
	rowsName: string;
}

interface SnapshotState<Memory> extends KeptState {
	v: 1;
	memory: Memory;
}

/** Share of its time that a poll may spend on looking. */
const budgetShare = 0.8;

/**
 * Runs one poll of a trigger that watches a present state. The guarantees are those of `runPoll`: the first poll only
 * arms, the state is replaced once, last, after everything has succeeded, it belongs to its scope, and manual runs leave
 * it alone.
 *
 * @returns the items, or null when there are none
 * @throws what the look throws, with the state untouched; for a manual run without anything to show, a readable text
 */
export async function runSnapshotPoll<Now, Memory>(
	context: IPollFunctions,
	watch: SnapshotWatch<Now, Memory>,
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await showNow(context, watch);
	return await singleFlight(context, async (budgetMs) => await pollOnce(context, watch, budgetMs));
}

/** A manual run may take as long as a person waits. */
const manualBudgetMs = 60_000;

async function showNow<Now, Memory>(
	context: IPollFunctions,
	watch: SnapshotWatch<Now, Memory>,
): Promise<INodeExecutionData[][]> {
	const now = await watch.look(manualBudgetMs);
	const shown = now === undefined ? [] : watch.show(now);
	if (shown.length === 0) throw nothingToShow(context, watch.rowsName);
	return [toItems(shown)];
}

async function pollOnce<Now, Memory>(
	context: IPollFunctions,
	watch: SnapshotWatch<Now, Memory>,
	budgetMs: number,
): Promise<INodeExecutionData[][] | null> {
	const { scope } = watch;
	const store = openStore(context, { scope, read: (kept) => readSnapshot(kept, watch) });
	if (store.isOutdated) return null;
	const now = await watch.look(budgetMs * budgetShare);
	if (now === undefined) return null;

	const { state } = store;
	const { emit, memory } = state
		? watch.compare(state.memory, now)
		: { emit: [], memory: watch.remember(now) };
	const generation = state?.generation ?? store.nextGeneration;
	const next: SnapshotState<Memory> = { v: 1, scope, generation, memory };
	if (emit.length === 0) store.note(next);
	const isReplaced = store.replace(next, state ? undefined : next, emit.length > 0);
	return isReplaced && emit.length > 0 ? [toItems(emit)] : null;
}

const toItems = (rows: IDataObject[]): INodeExecutionData[] => rows.map((json) => ({ json }));

/** Reads a kept state back as a copy of its own; undefined when nothing usable is there. */
function readSnapshot<Now, Memory>(
	kept: unknown,
	watch: SnapshotWatch<Now, Memory>,
): SnapshotState<Memory> | undefined {
	if (typeof kept !== 'object' || kept === null) return undefined;
	const { v, scope, generation, memory } = kept as Record<string, GenericValue>;
	if (v !== 1 || typeof scope !== 'string' || typeof generation !== 'number') return undefined;
	const copy = JSON.parse(JSON.stringify(memory ?? null)) as unknown;
	return watch.isMemory(copy) ? { v, scope, generation, memory: copy } : undefined;
}
