import { integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ID, labelled } from './commonFields';

/**
 * The API v4 page names the object and says nothing more; paths, parts and fields are those of integrations in use
 * (*observed* in public code). Documents are made by uploading a file, so there is no plain Create.
 */
export const document: RecordType = {
	value: 'document',
	name: 'Document',
	plural: 'documents',
	object: 'documents',
	verbs: ['delete', 'download', 'get', 'getMany', 'update', 'upload'],
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
