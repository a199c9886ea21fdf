import type { IDataObject } from 'n8n-workflow';

import type { ChangeRow, DeletionWatch, FieldsToWatch, ListedRecord } from '../../shared/polling';
import { titleOf } from '../../shared/description/title';
import { numericId, readByOffset, recordsByOffset } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import type { ListPage } from '../../shared/request/listPage';
import { COUNTED, isPage, PAGE_SIZE, pageOf } from '../api/paging';
import { simplifyRecord } from '../output/records';
import type { RecordType } from '../resources/types';
import { changePage } from './feeds';

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
		const query = { ...brief, ...COUNTED, top, skip };
		const request = { method: 'GET' as const, path: type.path, accepts: isPage, query };
		const { rows, total } = pageOf(await client.send(request));
		return { records: rows.map((row) => listed(client, type, row)), total };
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
	const read = async (skip: number, top: number): Promise<ListPage<ChangeRow>> => {
		const query = { ...COUNTED, top, skip };
		const request = { method: 'GET' as const, path: type.path, accepts: isPage, query };
		return changePage(client, await client.send(request), type);
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
