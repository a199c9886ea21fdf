import type { RecordLookup } from '../../shared/operations/lookUp';
import type { ApiClient } from '../../shared/request/client';
import { unlessNotFound } from '../../shared/request/notFound';
import { isObject } from '../../shared/request/rows';
import { listIn, recordIn } from '../api/envelope';
import type { RecordType } from '../resources/types';

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
		await client.send({
			method: 'GET',
			path: `/${object}`,
			query: {
				q: JSON.stringify({ [field]: value }),
				order: JSON.stringify({ id: 'asc' }),
				limit: most,
			},
		}),
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
