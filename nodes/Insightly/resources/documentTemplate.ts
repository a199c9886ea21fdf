import { dateTime, flag, integer, readOnly, text } from '../../shared/fields/define';
import { DOWNLOAD_FIELDS } from '../../shared/operations/files';
import { DOWNLOAD, FILE_TIMEOUT_MS, fileOutput } from '../output/files';
import { FILE_FIELDS } from '../fields/file';
import type { EndpointRow, RecordType } from './types';

const MERGE: Pick<EndpointRow, 'endpoint' | 'below'> = {
	endpoint: 'POST /{parent}/{id}/MergeDocument/{documentTemplateId}',
	below: 'documents',
};

export const documentTemplate: RecordType = {
	value: 'documentTemplate',
	name: 'Document Template',
	plural: 'document templates',
	path: '/DocumentTemplates',
	idKey: 'TEMPLATE_ID',
	titleKeys: ['TEMPLATE_NAME'],
	createdKey: 'DATE_CREATED_UTC',
	isSearchable: true,
	lacks: ['create', 'update', 'delete'],
	actions: [
		{
			...MERGE,
			value: 'merge',
			name: 'Merge',
			action: 'Merge document template',
			description:
				'Make a document out of a template and one record, and get it into a binary field',
			parameters: ['binaryOutput'],
			outputFields: DOWNLOAD_FIELDS,
			send: () => DOWNLOAD,
			output: fileOutput((item) => `document-${item.locator('parentId')}.docx`),
		},
		{
			...MERGE,
			value: 'mergeAndStore',
			name: 'Merge and Store',
			action: 'Merge and store document template',
			description:
				'Make a document out of a template and one record, and get its details as a file',
			outputFields: FILE_FIELDS,
			// `format=JSON` answers the details of the file that the document was stored as (v3.1 specification).
			send: () => ({ query: { format: 'JSON' }, timeoutMs: FILE_TIMEOUT_MS }),
		},
	],
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
