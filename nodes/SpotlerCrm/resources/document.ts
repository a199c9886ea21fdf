import { integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ID, labelled } from './commonFields';

/** Seen in clients at work; the API v4 page names the object and says nothing more. */
export const document: RecordType = {
	value: 'document',
	name: 'Document',
	plural: 'documents',
	object: 'documents',
	titleKeys: ['name'],
	fields: [
		ID,
		...labelled([text('name'), 'Name'], [text('description'), 'Description']),
		...readOnly(
			...labelled(
				[integer('size'), 'Size'],
				[text('modified'), 'Modified'],
				[integer('parentid'), 'Parent ID'],
				[text('parentobject'), 'Parent Object'],
			),
		),
	],
};
