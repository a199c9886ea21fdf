import type { RecordType } from './types';
import { ALL_STAMPS, ID } from './commonFields';

/**
 * Any other object of the account, by the name that its addresses use, such as `policies`. Clients at work treat custom
 * objects like every other object; the API v4 page does not mention them.
 */
export const customObject: RecordType = {
	value: 'customObject',
	name: 'Custom Object',
	plural: 'custom object records',
	titleKeys: ['name', 'first', 'last', 'subject'],
	createdKey: 'createddate',
	changedKey: 'modifieddate',
	fields: [ID, ...ALL_STAMPS],
};
