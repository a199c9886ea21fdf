import { dateTime, flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const documentTemplate: RecordType = {
	value: 'documentTemplate',
	name: 'Document Template',
	plural: 'document templates',
	path: '/DocumentTemplates',
	idKey: 'TEMPLATE_ID',
	titleKeys: ['TEMPLATE_NAME'],
	createdKey: 'DATE_CREATED_UTC',
	isSearchable: true,
	isTaggable: false,
	lacks: ['create', 'update', 'delete'],
	fields: [
		...readOnly(
			integer('TEMPLATE_ID'),
			text('TEMPLATE_NAME'),
			text('TEMPLATE_FILE_TYPE'),
			text('RELATED_OBJECT_NAME'),
			dateTime('DATE_CREATED_UTC'),
			flag('ACTIVE'),
		),
	],
};
