import { flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const relationship: RecordType = {
	value: 'relationship',
	name: 'Relationship',
	plural: 'relationships',
	path: '/Relationships',
	idKey: 'RELATIONSHIP_ID',
	titleKeys: ['FORWARD_TITLE'],
	isSearchable: false,
	listing: 'paged',
	lacks: ['get', 'create', 'update', 'delete'],
	fields: readOnly(
		integer('RELATIONSHIP_ID'),
		text('FORWARD_TITLE', 255),
		text('FORWARD', 255),
		text('REVERSE_TITLE', 255),
		text('REVERSE', 255),
		flag('FOR_CONTACTS'),
		flag('FOR_ORGANISATIONS'),
	),
};
