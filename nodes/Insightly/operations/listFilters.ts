import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/form/shown';
import { isEmpty } from '../../shared/fields/blank';
import { parseMoment } from '../../shared/fields/dates';
import type { ItemContext } from '../../shared/form/itemContext';
import type { ListOptions } from '../../shared/request/rowCollector';
import { formatSince, parseUtc } from '../api/formats';
import { readConditions } from '../fields/conditions';
import { readAnswerTime } from '../fields/layout';
import type { RecordType } from '../resources/types';

/** What the options of a list can say of its pages. */
export const pageOptions = ({ listing }: RecordType): string[] =>
	listing === 'whole' ? [] : [...(listing === undefined ? ['brief'] : []), 'skip'];

/** Rows to pass over first. */
export const readSkip = (item: ItemContext): number =>
	Math.max(0, Number(item.collection('options').skip ?? 0));

/** Query parameters that every list with a short form takes. */
export const briefQuery = (item: ItemContext): IDataObject =>
	item.collection('options').brief === true ? { brief: true } : {};

/** The moment in Updated Since, or in the condition on the date of the last change. */
const sinceOf = (item: ItemContext, type?: RecordType): unknown =>
	item.collection('options').updatedSince ?? (type && readConditions(item, type).since);

/**
 * The moment since which records were changed, to the second. Lists ignore `updated_after_utc`; `/Search` and lists below a record take
 * it as strictly after, in whole seconds (*observed*). So one second less is asked for, and what is older is dropped
 * here, which is right under both readings.
 * @throws NodeOperationError when it is no date.
 */
export function readUpdatedSince(item: ItemContext, type?: RecordType): number | undefined {
	const value = sinceOf(item, type);
	if (isEmpty(value)) return undefined;
	const moment = parseMoment(value, item.timezone, readAnswerTime);
	if (moment !== undefined) return Math.floor(moment / ONE_SECOND) * ONE_SECOND;
	throw item.refuse(
		`"${shown(value)}" is not a date to find changes by`,
		'Write it like 2026-01-31 or 2026-01-31T14:30:00Z.',
	);
}

const ONE_SECOND = 1_000;

/** `updated_after_utc` for what changed at a moment or later. */
export const sinceQuery = (since: number | undefined): IDataObject =>
	since === undefined ? {} : { updated_after_utc: formatSince(since - ONE_SECOND) };

/** `brief` and `updated_after_utc` of a list below a record, which takes them without a search. */
export const filterQuery = (item: ItemContext): IDataObject => ({
	...briefQuery(item),
	...sinceQuery(readUpdatedSince(item)),
});

/** Leaves out what changed before the moment of the form; for a list without that filter, nothing. */
export function keptSince(item: ItemContext, type?: RecordType): Pick<ListOptions, 'keep'> {
	const { createdKey = CREATED, updatedKey = UPDATED } = type ?? {};
	const since = readUpdatedSince(item, type);
	if (since === undefined) return {};
	return {
		keep: (row) => {
			const changed = parseUtc(row[updatedKey]) ?? parseUtc(row[createdKey]);
			return changed === undefined || changed >= since;
		},
	};
}

const CREATED = 'DATE_CREATED_UTC';

const UPDATED = 'DATE_UPDATED_UTC';
