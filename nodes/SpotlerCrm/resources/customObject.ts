import type { RecordType } from './types';
import { ALL_STAMPS, ID } from './commonFields';

/**
 * Any other object of the account, by the name that its addresses use, such as `policies`. The API v4 page does not
 * mention custom objects; integrations in use treat them like every other object (*observed* in public code).
 */
export const customObject: RecordType = {
	value: 'customObject',
	name: 'Custom Object',
	singular: 'custom object record',
	plural: 'custom object records',
	object: '{object}',
	isNamedByUser: true,
	titleKeys: ['name', 'first', 'last', 'subject'],
	createdKey: 'createddate',
	changedKey: 'modifieddate',
	fields: [ID, ...ALL_STAMPS],
};
