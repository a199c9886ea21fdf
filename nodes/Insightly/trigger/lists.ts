import type { IDataObject } from 'n8n-workflow';

import type { ChangeRow, DeletionWatch, FieldsToWatch, ListedRecord } from '../../shared/polling';
import { titleOf } from '../../shared/description/title';
import { numericId, readByOffset, recordsByOffset } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import { rowsOf } from '../../shared/request/rows';
import type { ApiResponse } from '../../shared/request/types';
import { simplifyRecord } from '../output/records';
import type { RecordType } from '../resources/types';
import { changeRow } from './feeds';

const PAGE_SIZE = 500;

/** Tells how many records there are, if it is asked for (v3.1 specification, *observed*). */
const TOTAL_HEADER = 'x-total-count';

/**
 * The list of a record type, for its deletions: Insightly reports none. Lists come by rising ID (*observed*) and tell
 * their total. `brief` leaves out what hangs on the records.
 */
export function insightlyDeletions(
	client: ApiClient,
	type: RecordType,
): Pick<DeletionWatch, 'list' | 'toItem' | 'sample'> {
	const brief = type.listing === 'paged' ? {} : { brief: true };
	const read = async (skip: number, top: number) => {
		const query = { ...brief, count_total: true, top, skip };
		const response = await client.send({ method: 'GET', path: type.path, query });
		const records = rowsOf(response.body).map((row) => listed(client, type, row));
		return { records, total: totalOf(response) };
	};
	return {
		list: recordsByOffset({
			pageSize: PAGE_SIZE,
			read,
			contradiction: () =>
				client.apiError({
					message: `Insightly's list of ${type.plural} contradicts itself`,
					description:
						'It has fewer records than it says, or they are not in order. Nothing is reported because of it; the next poll looks again.',
					cause: 'temporarily-unavailable',
				}),
		}),
		toItem: (id, title) => ({ [type.idKey]: id, ...(title ? { title } : {}), deleted: true }),
		sample: async () => {
			const { total = 0 } = await read(0, 1);
			return total === 0 ? undefined : (await read(total - 1, 1)).records[0];
		},
	};
}

function totalOf({ headers }: ApiResponse): number | undefined {
	const total = Number(headers[TOTAL_HEADER] ?? NaN);
	return Number.isInteger(total) && total >= 0 ? total : undefined;
}

function listed(client: ApiClient, type: RecordType, row: IDataObject): ListedRecord {
	const id = numericId(row?.[type.idKey]);
	if (id !== undefined) return { id, title: titleOf(type, row, id) };
	throw client.apiError({
		message: `Insightly sent a record without a usable ${type.idKey}`,
		description: 'The trigger goes by IDs, so it reports nothing until the list is in order again.',
	});
}

/** The fields to watch of a record type: standard ones by name, custom ones beside them. */
export function insightlyFields(
	client: ApiClient,
	type: RecordType,
	names: string[],
): FieldsToWatch {
	const read = async (skip: number, top: number): Promise<{ rows: ChangeRow[] }> => {
		const { body } = await client.send({ method: 'GET', path: type.path, query: { top, skip } });
		return { rows: rowsOf(body).map((row) => changeRow(client, row, type)) };
	};
	return {
		names,
		read: ({ json }) => simplifyRecord(json),
		all: {
			page: async (cursor) =>
				await readByOffset({ order: 'id', pageSize: PAGE_SIZE, read }, cursor),
		},
	};
}
