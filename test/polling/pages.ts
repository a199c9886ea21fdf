import { advance } from '../../nodes/shared/polling/advance';
import { packMark } from '../../nodes/shared/polling/packed';
import type {
	AdvanceRules,
	ChangePage,
	ChangeRow,
	PollState,
	SeenRow,
} from '../../nodes/shared/polling/types';

/** Times are small numbers here: an overlap of 60 and a tolerance of 2. */
export const rules: AdvanceRules = {
	order: 'id',
	overlapMs: 60,
	event: 'createdOrUpdated',
	creationToleranceMs: 2,
	matches: () => true,
};

/** A trigger that was armed at 1000. */
export const armed: PollState = {
	v: 2,
	scope: 'scope',
	generation: 1,
	floor: 1_000,
	watermark: 1_000,
	from: 1_000,
	newest: 1_000,
	seen: {},
};

/** What is remembered of a row made by `row`. */
export const seenAt = (at: number): SeenRow => [at, packMark(`v${at}`)];

export function row(id: string, changedAt: number, more: Partial<ChangeRow> = {}): ChangeRow {
	return { id, changedAt, version: `v${changedAt}`, json: { id }, ...more };
}

/** Feeds pages one after the other and collects what is handed out. */
export function feed(
	state: PollState,
	pages: ChangePage[],
	change: Partial<AdvanceRules> = {},
	room = 100,
): { ids: string[]; state: PollState } {
	return pages.reduce<{ ids: string[]; state: PollState }>(
		({ ids, state: before }, page) => {
			const { emit, next } = advance(before, page, { ...rules, ...change }, room);
			return { ids: [...ids, ...emit.map(({ id }) => id)], state: next };
		},
		{ ids: [], state },
	);
}
