import { readId } from '../../shared/form/recordId';
import type { Operation } from '../../shared/operations/types';
import { readList, recordIn } from '../api/envelope';
import { recordPostReceive } from '../output/records';
import { outputOf, type RecordType } from '../resources/types';

/**
 * One user, found in the list: clients at work read `/users` with a filter, none reads `/users/{id}`, and a call that is
 * refused can send the administrator an e-mail.
 */
export const getUser = (type: RecordType): Operation => ({
	value: 'get',
	name: 'Get',
	action: 'Get user',
	description: 'Get one user',
	endpoints: ['GET /users'],
	outputFields: outputOf(type),
	parameters: ['record', 'readOptions'],
	preSend: (item) => ({
		method: 'GET',
		path: '/users',
		query: { q: JSON.stringify({ id: readId(item, 'recordId', 'user') }), limit: 1 },
	}),
	postReceive: ({ rows }, item) => {
		const id = readId(item, 'recordId', 'user');
		const found = readList(rows[0]).envelopes.filter((one) => Number(recordIn(one)?.id) === id);
		if (found.length > 0) return recordPostReceive({ rows: found }, item);
		throw item.refuse(
			`Spotler CRM has no ${type.name.toLowerCase()} with the ID ${id}`,
			'Pick the user from the list. The user of the token may not see everybody.',
		);
	},
});
