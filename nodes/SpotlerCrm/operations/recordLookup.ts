import type { IDataObject } from 'n8n-workflow';

import type { RecordLookup } from '../../shared/operations/recordLookup';
import type { ApiClient } from '../../shared/request/client';
import { goesOn } from '../../shared/request/listPage';
import { unlessNotFound } from '../../shared/request/notFound';
import { isObject } from '../../shared/request/rows';
import type { ApiRequest } from '../../shared/request/types';
import { listIn, recordIn } from '../api/envelope';
import { MAX_PAGE_SIZE, pageOf } from '../api/paging';
import type { RecordType } from '../resources/types';

const query = (object: string, q: IDataObject, limit: number): ApiRequest => ({
	method: 'GET',
	path: `/${object}`,
	query: { q: JSON.stringify(q), order: JSON.stringify({ id: 'asc' }), limit },
});

/** The records of an object, to find one of them by a value. Rows are envelopes, as the list gives them. */
export const recordLookup = (
	client: ApiClient,
	{ plural }: RecordType,
	object: string,
): RecordLookup => ({
	service: 'Spotler CRM',
	plural,
	collection: object,
	search: async ({ field, value }, most) =>
		await client.send(query(object, { [field]: value }, most)),
	// `$or` of equalities, because whether `$in` compares as generously as equality does is not documented.
	searchAny: {
		isWhole: (response) => !goesOn(pageOf(response), { offset: 0, size: MAX_PAGE_SIZE }),
		ask: async (field, values) => {
			const $or = values.map((value) => ({ [field]: value }));
			return await client.send(query(object, { $or }, MAX_PAGE_SIZE));
		},
	},
	rowsIn: ({ body }) => {
		const list = listIn(body);
		return list?.every(isObject) ? list : undefined;
	},
	read: async (id) => {
		const response = await unlessNotFound(client.send({ method: 'GET', path: `/${object}/${id}` }));
		return isObject(response?.body) && recordIn(response.body) ? response.body : undefined;
	},
	idOf: (row) => recordIn(row)?.id,
	valueOf: (row, field) => recordIn(row)?.[field],
});
