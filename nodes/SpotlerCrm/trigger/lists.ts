import type { IDataObject, NodeApiError } from 'n8n-workflow';

import type {
	ChangeRow,
	DeletionWatch,
	FieldsToWatch,
	ListedRecord,
	RangeQuery,
} from '../../shared/polling';
import { titleOf } from '../../shared/description/title';
import { numericId, recordsByRange } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import { idOf, listIn, readList, recordIn } from '../api/envelope';
import { MAX_PAGE_SIZE } from '../api/paging';

import { withoutIds } from './feedPages';
import type { Watched } from './watched';

/** Where a server leaves the total out, records are counted page by page, up to so many pages. */
const MOST_COUNTED_PAGES = 50;

interface IdRange {
	records: ListedRecord[];
	rows: IDataObject[];
	total: number | undefined;
}

/** A field takes one operator only; both ends of `$bt` count (API v4 page). */
function idCondition(from: number | undefined, to: number | undefined): IDataObject | undefined {
	if (from !== undefined && to !== undefined) return { $bt: [from, to] };
	if (from !== undefined) return { $gte: from };
	return to === undefined ? undefined : { $lte: to };
}

/** One page of the records in a range of IDs. */
async function readRange(client: ApiClient, watched: Watched, range: RangeQuery): Promise<IdRange> {
	const { from, to, limit, isDescending } = range;
	const id = idCondition(from, to);
	const { body } = await client.send({
		method: 'GET',
		path: `/${watched.object}`,
		accepts: (answer) => listIn(answer) !== undefined,
		query: {
			...(id ? { q: JSON.stringify({ id }) } : {}),
			order: JSON.stringify({ id: isDescending ? 'desc' : 'asc' }),
			limit: Math.min(limit, MAX_PAGE_SIZE),
		},
	});
	const { envelopes, hasMore, total } = readList(body);
	const rows = envelopes.map((envelope) => recordIn(envelope) ?? {});
	const records = rows.map((row) => listed(client, watched, row));
	if (records.some(({ id: one }) => one < (from ?? 0) || one > (to ?? Infinity))) {
		throw withoutRanges(client);
	}
	// A short page may have been cut down: without a total, only the server or an empty page says that these are all.
	const isAll = hasMore === false || records.length === 0;
	return { rows, records, total: total ?? (isAll ? records.length : undefined) };
}

function listed(client: ApiClient, watched: Watched, row: IDataObject): ListedRecord {
	const id = numericId(idOf(row));
	if (id === undefined) throw withoutIds(client, watched);
	return { id, title: titleOf(watched.type, row, id) };
}

const withoutRanges = (client: ApiClient): NodeApiError =>
	client.apiError({
		message: 'This server does not compare IDs, so the trigger cannot find what it needs',
		description:
			'Deletions and Fields to Watch need lists of the records between two IDs. Use another event, without Fields to Watch.',
	});

/** How many records lie in a range, where the server does not say. */
async function countRange(client: ApiClient, watched: Watched, range: RangeQuery): Promise<number> {
	let count = 0;
	let { from } = range;
	for (let pages = 0; pages < MOST_COUNTED_PAGES; pages++) {
		const page = { from, to: range.to, limit: MAX_PAGE_SIZE };
		const { records, total } = await readRange(client, watched, page);
		if (total !== undefined) return count + total;
		count += records.length;
		from = records[records.length - 1].id + 1;
	}
	throw client.apiError({
		message: `This server does not say how many ${watched.type.plural} there are, and there are too many to count`,
		description: `Without a total, deletions can be noticed among ${MOST_COUNTED_PAGES * MAX_PAGE_SIZE} records.`,
	});
}

/** The records of an object, for their deletions: Spotler CRM reports none. Ranges of IDs are counted. */
export function spotlerDeletions(
	client: ApiClient,
	watched: Watched,
): Pick<DeletionWatch, 'list' | 'toItem' | 'sample'> {
	const read = async (range: RangeQuery) => {
		const { records, total } = await readRange(client, watched, range);
		return { records, total: total ?? (await countRange(client, watched, range)) };
	};
	return {
		list: recordsByRange({
			pageSize: MAX_PAGE_SIZE,
			read,
			contradiction: () =>
				client.apiError({
					message: `Spotler CRM's list of ${watched.type.plural} contradicts itself`,
					description:
						'It has fewer records than it says. Nothing is reported because of it; the next poll looks again.',
					cause: 'temporarily-unavailable',
				}),
		}),
		toItem: (id, title) => ({ id, ...(title ? { title } : {}), deleted: true }),
		sample: async () => (await read({ limit: 1, isDescending: true })).records[0],
	};
}

/** The fields to watch of an object, by their names in the record. */
export function spotlerFields(client: ApiClient, watched: Watched, names: string[]): FieldsToWatch {
	const rowOf = (json: IDataObject): ChangeRow => ({
		id: idOf(json) ?? '',
		changedAt: 0,
		version: '',
		json,
	});
	return {
		names,
		read: ({ json }) => recordIn(json) ?? json,
		all: {
			page: async (cursor) => {
				const from = cursor === undefined ? undefined : Number(cursor) + 1;
				const range = { from, limit: MAX_PAGE_SIZE };
				const { rows, records, total } = await readRange(client, watched, range);
				const isLast = records.length === 0 || (total ?? Infinity) <= records.length;
				const last = String(records[records.length - 1]?.id);
				return { rows: rows.map(rowOf), ...(isLast ? {} : { next: last }) };
			},
		},
	};
}
