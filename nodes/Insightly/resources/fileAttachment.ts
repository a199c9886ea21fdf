import type { ItemContext } from '../../shared/form/itemContext';
import { DOWNLOAD_FIELDS, fileToSend } from '../../shared/operations/files';
import { MultipartForm } from '../../shared/request/multipartForm';
import type { ApiRequest } from '../../shared/request/types';
import { FILE_FIELDS } from '../fields/file';
import { formValues } from '../fields/formValues';
import { DOWNLOAD, FILE_TIMEOUT_MS, fileOutput } from '../output/files';
import { filterQuery } from '../operations/listFilters';
import { idPart } from '../operations/path';
import { commentId } from './comment';
import type { SubResource } from './types';

const fileId = idPart('fileId', 'file');

export const fileAttachment: SubResource = {
	value: 'fileAttachment',
	name: 'File Attachment',
	description: 'Files attached to records, notes, comments and emails',
	rows: [
		{
			value: 'delete',
			name: 'Delete',
			action: 'Delete file attachment',
			description: 'Delete one attached file',
			endpoint: 'DELETE /FileAttachments/{id}',
			parts: { id: fileId },
		},
		{
			value: 'download',
			name: 'Download',
			action: 'Download file attachment',
			description: 'Get an attached file into a binary field',
			endpoint: 'GET /FileAttachments/{id}',
			parts: { id: fileId },
			parameters: ['binaryOutput'],
			outputFields: DOWNLOAD_FIELDS,
			send: () => DOWNLOAD,
			output: fileOutput((item) => `file-${item.locator('fileId')}`),
		},
		{
			value: 'get',
			name: 'Get',
			action: 'Get file attachment',
			description: 'Get name, type and size of an attached file',
			endpoint: 'GET /FileAttachments/{id}',
			parts: { id: fileId },
			outputFields: FILE_FIELDS,
			send: () => ({ query: { format: 'JSON' } }),
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many file attachments',
			description: 'List the files attached to one record, note or email',
			endpoint: 'GET /{parent}/{id}/FileAttachments',
			below: 'filesToRead',
			parameters: ['returnAll', 'limit'],
			options: ['skip', 'updatedSince'],
			isPaged: true,
			outputFields: FILE_FIELDS,
			send: (item) => ({ query: filterQuery(item) }),
		},
		{
			value: 'getManyOfComment',
			name: 'Get Many of Comment',
			action: 'Get many file attachments of comment',
			description: 'List the files attached to one comment',
			endpoint: 'GET /Comments/{id}/FileAttachments',
			parts: { id: commentId },
			parameters: ['returnAll', 'limit'],
			options: ['skip', 'updatedSince'],
			isPaged: true,
			outputFields: FILE_FIELDS,
			send: (item) => ({ query: filterQuery(item) }),
		},
		{
			value: 'upload',
			name: 'Upload',
			action: 'Upload file attachment',
			description: 'Attach a file from a binary field to a record or a note',
			endpoint: 'POST /{parent}/{id}/FileAttachments',
			below: 'files',
			parameters: ['binaryInput'],
			options: ['contentType', 'fileCategoryId', 'fileName'],
			outputFields: FILE_FIELDS,
			send: sendFile,
		},
		{
			value: 'uploadToComment',
			name: 'Upload to Comment',
			action: 'Upload file attachment to comment',
			description: 'Attach a file from a binary field to a comment',
			endpoint: 'POST /Comments/{id}/FileAttachments',
			parts: { id: commentId },
			parameters: ['binaryInput'],
			options: ['contentType', 'fileCategoryId', 'fileName'],
			outputFields: FILE_FIELDS,
			send: sendFile,
		},
	],
};

/** multipart/form-data with the file in the part `file`; its name, type and category may go along (v3.1 specification). */
async function sendFile(item: ItemContext): Promise<Partial<ApiRequest>> {
	const { fileName, contentType, fileCategoryId } = item.collection('options');
	const details = formValues(item, FILE_FIELDS, {
		FILE_NAME: fileName,
		CONTENT_TYPE: contentType,
		FILE_CATEGORY_ID: fileCategoryId,
	});
	const file = await fileToSend(item, item.text('binaryPropertyName'));
	const form = new MultipartForm();
	for (const [name, value] of Object.entries(details)) {
		form.append(name.toLowerCase(), String(value));
	}
	form.append('file', {
		...file,
		name: String(details.FILE_NAME ?? file.name),
		type: String(details.CONTENT_TYPE ?? file.type),
	});
	return { body: form.asBody(), timeoutMs: FILE_TIMEOUT_MS };
}
