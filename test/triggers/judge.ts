import type { IDataObject } from 'n8n-workflow';

import type { PollEngine, PollSimulator } from '../support/pollSimulator';
import type { History } from './history';
import type { Reason } from './reasons';
import { keyFor, type Known, type Stage } from './stages';

/** What became of the changes of one history. */
export interface Outcome {
	changes: number;
	/** Changes that another one followed before any poll could see them. */
	merged: number;
	delivered: number;
	/** What was delivered more than once, each time with the reason. */
	repeated: Array<{ key: string; reason: Reason }>;
	/** Never delivered, although they should have been. */
	lost: string[];
	/** Handed over, and lost by an engine that saves state before the execution. */
	lostByEngine: number;
	/** Anything else that must not be. */
	faults: string[];
}

/** A history that has been lived. */
export interface Lived {
	engine: PollEngine;
	stage: Stage;
	n8n: PollSimulator;
	activatedAt: number;
	known: Set<number>;
	isAtRest: boolean;
	/** How many items of each kind belong to an account that was watched before. */
	earlier: Record<'items' | 'lost' | 'unsaved', [first: number, second: number]>;
}

/** What is written in the seconds around the activation may count as before or after. */
export const AROUND_MS = 3_000;

/** A record's first change so soon after its creation belongs to it. */
const TOLERANCE_MS = 4_000;

/** What one trigger of the workflow was given. */
interface Told {
	delivered: string[];
	lost: Set<string>;
	unsaved: Set<string>;
}

function toldTo(index: 0 | 1, { event }: History, { n8n, stage, earlier }: Lived): Told {
	const keys = (items: IDataObject[], from: number) =>
		items.slice(from).map((item) => stage.keyOf(item, event));
	const all = [
		[n8n.items, n8n.lostItems, n8n.unsavedItems],
		[n8n.twinItems, n8n.twinLostItems, n8n.twinUnsavedItems],
	][index];
	return {
		delivered: keys(all[0], earlier.items[index]),
		lost: new Set(keys(all[1], earlier.lost[index])),
		unsaved: new Set(keys(all[2], earlier.unsaved[index])),
	};
}

/** Accounts for every change. */
export function judge(history: History, lived: Lived): Outcome {
	const { stage } = lived;
	const triggers = (history.hasTwin ? ([0, 1] as const) : ([0] as const)).map((index) =>
		toldTo(index, history, lived),
	);
	const wanted = stage.records.flatMap((record) => wantedKeys(history, record, lived));
	const lost = triggers.flatMap((told) => {
		const there = new Set(told.delivered);
		return wanted.filter((key) => !there.has(key) && !told.lost.has(key));
	});
	const made = stage.records.reduce((sum, record) => sum + changesOf(history, record, lived), 0);
	const changes = made * triggers.length;
	const delivered = triggers.reduce((sum, told) => sum + new Set(told.delivered).size, 0);
	const lostByEngine = triggers.reduce((sum, told) => sum + reallyLost(told), 0);
	return {
		changes,
		merged: Math.max(0, changes - delivered - lost.length - lostByEngine),
		delivered,
		repeated: triggers.flatMap((told) => repeats(history, told, lived)),
		lost,
		lostByEngine,
		faults: [...faultsOf(history, triggers, lived)],
	};
}

/** What n8n lost and what did not come again. */
const reallyLost = ({ lost, delivered }: Told): number =>
	[...lost].filter((key) => !delivered.includes(key)).length;

function* faultsOf(history: History, triggers: Told[], lived: Lived): Iterable<string> {
	const { stage, n8n, activatedAt, isAtRest } = lived;
	if (!isAtRest) {
		const { message } = n8n.errors[n8n.errors.length - 1] ?? { message: 'items go on coming' };
		yield `the trigger never comes to rest: ${message}`;
	}
	if (n8n.testRunsThatWrote > 0) yield 'a test run changed the state';
	if (history.event === 'deleted') return;
	const old = stage.records.filter(({ writtenAt }) => writtenAt < activatedAt - AROUND_MS);
	for (const { id, revision } of old) {
		const key = keyFor(history.event, id, revision);
		const isTold = triggers.some(({ delivered }) => delivered.includes(key));
		if (isTold) yield `${key} was delivered although it was there before`;
	}
}

/** A record may be told as often as it was deleted; everything else once. */
function repeats(history: History, told: Told, lived: Lived): Outcome['repeated'] {
	const counts = new Map<string, number>();
	for (const key of told.delivered) counts.set(key, (counts.get(key) ?? 0) + 1);
	const deletions = new Map(
		lived.stage.records.map((record) => [String(record.id), record.deletions.length]),
	);
	return [...counts].flatMap(([key, count]) => {
		const allowed = history.event === 'deleted' ? (deletions.get(key) ?? 1) : 1;
		const surplus = Math.max(0, count - allowed);
		const reason = surplus > 0 ? reasonOf(key, history, told, lived) : 'none';
		return Array.from({ length: surplus }, () => ({ key, reason }));
	});
}

function reasonOf(key: string, { hasTwin, steps }: History, told: Told, lived: Lived): Reason {
	if (told.unsaved.has(key)) return 'unsaved';
	const isRestarted = steps.some(
		(step) => step.kind === 'restart' || (step.kind === 'poll' && step.crash !== undefined),
	);
	if (hasTwin && isRestarted && lived.engine === 'scheduler') return 'twin';
	return 'none';
}

/** How many changes of a record there were for this event since the activation. */
function changesOf({ event }: History, record: Known, { known, activatedAt }: Lived): number {
	if (event === 'deleted') return record.deletions.filter((at) => at > activatedAt).length;
	const creation = known.has(record.id) ? 0 : 1;
	if (event === 'created') return creation;
	const changes = record.writtenAt > activatedAt ? record.revision : 0;
	return changes + (event === 'createdOrUpdated' ? creation : 0);
}

/** What of a record must have been delivered. */
function wantedKeys(history: History, record: Known, lived: Lived): string[] {
	const { event, service } = history;
	const { id, revision } = record;
	if (event === 'deleted') {
		if (service === 'postHog') {
			// Dates from before the activation do not count where the service's clock was put back since.
			return record.deletions.flatMap((at, index) =>
				Math.min(at, record.deletionDates[index]) > lived.activatedAt ? [`${id}#${index + 1}`] : [],
			);
		}
		const isWanted = record.goneAt !== undefined && lived.known.has(id);
		return isWanted ? [String(id)] : [];
	}
	return isWanted(history, record, lived) ? [keyFor(event, id, revision)] : [];
}

/** Whether the last state of a record must have been delivered. */
function isWanted(history: History, record: Known, { stage, activatedAt, known }: Lived): boolean {
	const { event, isWatching, steps } = history;
	if (record.goneAt !== undefined) return false;
	// Another feed begins where the one before had got to: what is dated earlier does not count.
	if (record.isOutOfOrder && steps.some((step) => step.kind === 'filter')) return false;
	// Dates from before the activation do not count where the service's clock was put back since.
	const dated = Math.min(record.changedAt, event === 'created' ? record.createdAt : Infinity);
	if (stage.hasClock && dated <= activatedAt) return false;
	if (event === 'created') return !known.has(record.id) && !record.isRestored;
	if (record.writtenAt <= activatedAt) return false;
	const isOnlyCreated = Math.abs(record.changedAt - record.createdAt) <= TOLERANCE_MS;
	const wasUpdatedOnly = steps.some((step) => step.kind === 'event');
	if (event === 'updated' || wasUpdatedOnly) {
		// What was never seen in its first state cannot have changed in a field.
		return record.revision > 0 && !isOnlyCreated && (!isWatching || known.has(record.id));
	}
	return !isWatching || !known.has(record.id) || record.revision > 0;
}
