import type { AdvanceRules, ChangeRow, PollState, SeenRow } from './types';

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
function isOnlyItsCreation(row: ChangeRow, rules: AdvanceRules): boolean {
	return row.createdAt !== undefined && row.changedAt - row.createdAt <= rules.creationToleranceMs;
}

/**
 * Decides whether a row that is new, or new in this version, is what the user asked for.
 *
 * @param known what was remembered of the same record
 * @param since where the pass began, ms UTC
 */
export function isWanted(
	state: PollState,
	row: ChangeRow,
	known: SeenRow | undefined,
	since: number,
	rules: AdvanceRules,
): boolean {
	if (row.changedAt < state.floor) return false;
	if (rules.event === 'created' && (known || !isCreation(state, row, since, rules))) return false;
	if (rules.event === 'updated' && !known && isOnlyItsCreation(row, rules)) return false;
	return rules.matches(row);
}
