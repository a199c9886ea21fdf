import type { FieldChange } from './fieldMemory';
import type { AdvanceRules, ChangeRow, Happened, PollEvent, PollState, SeenRow } from './types';

/** The moment up to which a row has to be remembered: creation and change may disagree by seconds. */
export function rowTime(row: ChangeRow): number {
	return Math.max(row.changedAt, row.createdAt ?? row.changedAt);
}

/**
 * A record counts as created when its creation lies in the stretch of time that this pass reads. One
 * created earlier has been reported by an earlier pass, or was there before the trigger was armed.
 */
function isCreation(state: PollState, row: ChangeRow, since: number, rules: AdvanceRules): boolean {
	const createdAt = row.createdAt ?? row.changedAt;
	return createdAt >= Math.max(state.floor, since - rules.creationToleranceMs);
}

/** Services may stamp the change of a new record a moment after its creation. */
function isOnlyItsCreation(row: ChangeRow, toleranceMs: number): boolean {
	return row.createdAt !== undefined && row.changedAt - row.createdAt <= toleranceMs;
}

/** A row that is new, or new in this version, and what is known about it. */
export interface News {
	state: PollState;
	row: ChangeRow;
	/** What was remembered of the same record. */
	known: SeenRow | undefined;
	/** Where the pass began, ms UTC. */
	since: number;
	rules: AdvanceRules;
	/** What has changed of the watched fields; undefined at first sight of the record. */
	change: FieldChange | undefined;
}

/** Decides whether a row that is new, or new in this version, is what the user asked for. */
export function isWanted(news: News): boolean {
	const { state, row, known, since, rules } = news;
	if (row.changedAt < state.floor) return false;
	if (rules.event === 'created' && (known || !isCreation(state, row, since, rules))) return false;
	if (rules.event === 'updated' && !known && isOnlyItsCreation(row, rules.creationToleranceMs))
		return false;
	if (rules.fields && !concernsFields(news)) return false;
	return rules.matches(row);
}

/** A new record is reported whatever it holds, where the event says so; a change only if it is one of the fields. */
function concernsFields({ state, row, known, since, rules, change }: News): boolean {
	const isNew = !known && isCreation(state, row, since, rules);
	if (isNew && rules.event !== 'updated') return true;
	return change !== undefined && change.changedFields.length > 0;
}

/** What happened to a row that is wanted; undefined where the service does not say when records were created. */
export function happenedTo({ state, row, known, since, rules }: News): Happened | undefined {
	if (rules.event !== 'createdOrUpdated') return rules.event;
	if (known) return 'updated';
	if (row.createdAt === undefined) return undefined;
	return isCreation(state, row, since, rules) ? 'created' : 'updated';
}

/** The same for a row of a manual run, which knows nothing of earlier polls. */
export function sampleHappened(row: ChangeRow, event: PollEvent): Happened | undefined {
	if (event !== 'createdOrUpdated') return event;
	if (row.createdAt === undefined) return undefined;
	return isOnlyItsCreation(row, SAMPLE_TOLERANCE_MS) ? 'created' : 'updated';
}

const SAMPLE_TOLERANCE_MS = 2_000;
