import { dateTime, integer, text } from '../../shared/fields/define';
import { idPart } from '../operations/path';
import type { SubResource } from './types';

const QUOTATION_DOCUMENT_FIELDS = [
	integer('QUOTE_DOCUMENT_ID'),
	text('QUOTATION_NAME', 255),
	text('FILE_NAME', 255),
	integer('OWNER_USER_ID'),
	dateTime('DATE_CREATED_UTC'),
	text('QUOTE_ID'),
	text('FILE_ID'),
	text('CURRENCY_CODE'),
];

export const quotationDocument: SubResource = {
	value: 'quotationDocument',
	name: 'Quotation Document',
	description: 'Files that were made from a quotation',
	rows: [
		{
			value: 'delete',
			name: 'Delete',
			action: 'Delete quotation document',
			description: 'Delete one document of a quotation',
			endpoint: 'DELETE /Quotation/{id}/QuotationDocument/{childEntityId}',
			below: 'quotationDocuments',
			parts: {
				childEntityId: idPart('quotationDocumentId', 'quotation document'),
			},
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many quotation documents',
			description: 'List the documents of one quotation; File ID is what downloads one',
			endpoint: 'GET /Quotation/{id}/QuotationDocument',
			below: 'quotationDocuments',
			parameters: ['returnAll', 'limit'],
			outputFields: QUOTATION_DOCUMENT_FIELDS,
		},
	],
};
