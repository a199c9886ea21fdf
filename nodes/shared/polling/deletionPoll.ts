import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { findDeletions, type ListedRecord, type RecordList, type Search } from './deletions';
import { nextRound } from './rounds';
import { stopwatch } from './stopwatch';
import { packIds, unpackIds } from './ids';
import { openStore, type KeptState } from './store';
import { singleFlight } from './singleFlight';

/** More records are not remembered: their IDs would make n8n's own data too large. */
export const MOST_KNOWN_RECORDS = 100_000;

/** The newest records are remembered with their titles. */
const MOST_TITLES = 500;

const LONGEST_TITLE = 60;

/** Most requests of one poll; the next one goes on. */
const MAX_REQUESTS = 40;

/** Every so many polls one page in the middle is looked at besides, in turn. */
const AUDIT_EVERY = 10;

const budgetShare = 0.8;

/** A list of records whose deletions are reported. */
export interface DeletionWatch {
	/** Everything that decides what is watched, as one string: see `pollScope`. */
	scope: string;
	list: RecordList;
	/** What the workflow receives for a record that is gone. */
	toItem(id: number, title: string | undefined): IDataObject;
	/** What a manual run shows: the newest record, as it would look if it were deleted. */
	sample(): Promise<ListedRecord | undefined>;
	/** What the records are called in texts for the user, plural. */
	rowsName: string;
	/** Most records handed out by one poll; the next poll continues. Default 500. */
	maxRows?: number;
}

interface DeletionState extends KeptState {
	v: 2;
	/** Known IDs, packed. */
	ids: string;
	/** Titles of the newest of them. */
	titles: Array<[id: number, title: string]>;
}

/**
 * Runs one poll of a trigger that reports deletions, which neither of the APIs tells: the known IDs are compared with
 * what is there. A record that the account may no longer see counts as deleted. What was never known, because it came
 * and went between two polls, is not reported.
 *
 * @returns the items, or null when there are none
 * @throws what the list throws, with the state untouched; a readable text above `MOST_KNOWN_RECORDS`
 */
export async function runDeletionPoll(
	context: IPollFunctions,
	watch: DeletionWatch,
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await showSample(context, watch);
	return await singleFlight(context, async (budgetMs) => await pollOnce(context, watch, budgetMs));
}

async function showSample(
	context: IPollFunctions,
	watch: DeletionWatch,
): Promise<INodeExecutionData[][]> {
	const record = await watch.sample();
	if (record) return [[{ json: watch.toItem(record.id, record.title) }]];
	throw new NodeOperationError(context.getNode(), `There are no ${watch.rowsName} yet`, {
		description:
			'A test run shows the newest record as it would look if it were deleted. The active workflow is not affected.',
	});
}

async function pollOnce(
	context: IPollFunctions,
	watch: DeletionWatch,
	budgetMs: number,
): Promise<INodeExecutionData[][] | null> {
	const { scope } = watch;
	const store = openStore(context, { scope, read: readDeletionState });
	if (store.isOutdated) return null;
	const start: DeletionState = store.state ?? {
		v: 2,
		scope,
		generation: store.nextGeneration,
		ids: '',
		titles: [],
	};
	const known = unpackIds(start.ids);
	const search = await findDeletions(
		known,
		watch.list,
		{
			maxRequests: MAX_REQUESTS,
			maxRows: Math.max(1, watch.maxRows ?? 500),
			hasTime: stopwatch(budgetMs * budgetShare),
		},
		auditPlace(
			nextRound(`${context.getWorkflow().id ?? ''}:${context.getNode().id}`),
			known.length,
			watch.list.pageSize,
		),
	);
	if (search.known.length > MOST_KNOWN_RECORDS) throw tooMany(context, watch);
	const next = stateAfter(start, search);
	const isEmpty = search.gone.length === 0;
	if (isEmpty && search.fault) {
		if (store.state) store.note(next);
		throw search.fault;
	}
	if (isEmpty) store.note(next);
	const isReplaced = store.replace(next, store.state ? undefined : next, !isEmpty);
	if (!isReplaced || isEmpty) return null;
	const titles = new Map(start.titles);
	return [search.gone.map((id) => ({ json: watch.toItem(id, titles.get(id)) }))];
}

/** Now and then a page in the middle is looked at, one after the other: something restored may hide a deletion. */
function auditPlace(round: number, count: number, pageSize: number): number | undefined {
	if (count === 0 || round % AUDIT_EVERY !== AUDIT_EVERY - 1) return undefined;
	const span = Math.max(1, pageSize - 1);
	return (Math.floor(round / AUDIT_EVERY) % Math.ceil(count / span)) * span;
}

function stateAfter(start: DeletionState, search: Search): DeletionState {
	const titles = new Map(start.titles);
	for (const { id, title } of search.met) if (title) titles.set(id, title.slice(0, LONGEST_TITLE));
	for (const id of search.gone) titles.delete(id);
	const newest = [...titles].sort(([a], [b]) => a - b).slice(-MOST_TITLES);
	return { ...start, ids: packIds(search.known), titles: newest };
}

function tooMany(context: IPollFunctions, { rowsName }: DeletionWatch): NodeOperationError {
	const most = MOST_KNOWN_RECORDS.toLocaleString('en');
	return new NodeOperationError(
		context.getNode(),
		`There are more than ${most} ${rowsName}: too many to notice deletions`,
		{
			description:
				'The API does not report deletions, so the trigger remembers which records there are. Compare the lists in a scheduled workflow instead.',
		},
	);
}

function readDeletionState(kept: unknown): DeletionState | undefined {
	if (typeof kept !== 'object' || kept === null) return undefined;
	const { v, scope, generation, ids, titles } = kept as Record<string, unknown>;
	if (v !== 2 || typeof scope !== 'string' || typeof generation !== 'number') return undefined;
	if (typeof ids !== 'string' || !Array.isArray(titles)) return undefined;
	if (!canUnpack(ids)) return undefined;
	const copy = JSON.parse(JSON.stringify(titles)) as DeletionState['titles'];
	return { v, scope, generation, ids, titles: copy.filter(Array.isArray) };
}

function canUnpack(ids: string): boolean {
	try {
		unpackIds(ids);
		return true;
	} catch {
		return false;
	}
}
