import { fileItem, fileToSend } from '../../shared/operations/files';
import type { ItemContext } from '../../shared/form/itemContext';
import { MultipartForm } from '../../shared/request/multipartForm';
import type { ApiRequest } from '../../shared/request/types';
import { endpointOperation } from '../operations';
import { filterQuery } from '../operations/getMany';
import { idPart } from '../operations/path';
import type { InsightlyOperation, InsightlyResource } from '../operations/types';
import { email } from '../resources/email';
import { WITH_FILES } from '../resources/parents';
import { commentId } from './comments';
import { DOWNLOAD_FIELDS, FILE_FIELDS } from './fields';
import { partValues } from './values';

/** Large files take their time on slow lines. */
export const FILE_TIMEOUT_MS = 15 * 60_000;

const fileId = idPart('fileId', 'file');

const listParameters = ['returnAll', 'limit', 'optionsOfParent'];

export const fileAttachment: InsightlyResource = {
	value: 'fileAttachment',
	name: 'File Attachment',
	description: 'Files attached to records, notes, comments and emails',
	operations: [
		endpointOperation({
			value: 'delete',
			name: 'Delete',
			action: 'Delete file attachment',
			description: 'Delete one attached file',
			endpoint: 'DELETE /FileAttachments/{id}',
			parts: { id: fileId },
		}),
		endpointOperation({
			value: 'download',
			name: 'Download',
			action: 'Download file attachment',
			description: 'Get an attached file into a binary field',
			endpoint: 'GET /FileAttachments/{id}',
			parts: { id: fileId },
			parameters: ['binaryOutput'],
			outputFields: DOWNLOAD_FIELDS,
			send: () => ({ responseType: 'stream', timeoutMs: FILE_TIMEOUT_MS }),
			receive: receiveFile((item) => `file-${item.locator('fileId')}`),
		}),
		endpointOperation({
			value: 'get',
			name: 'Get',
			action: 'Get file attachment',
			description: 'Get name, type and size of an attached file',
			endpoint: 'GET /FileAttachments/{id}',
			parts: { id: fileId },
			outputFields: FILE_FIELDS,
			send: () => ({ query: { format: 'JSON' } }),
		}),
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many file attachments',
			description: 'List the files attached to one record, note or email',
			endpoint: 'GET /{parent}/{id}/FileAttachments',
			parents: [...WITH_FILES, email],
			parameters: listParameters,
			isPaged: true,
			outputFields: FILE_FIELDS,
			send: (item) => ({ query: filterQuery(item) }),
		}),
		endpointOperation({
			value: 'getManyOfComment',
			name: 'Get Many of Comment',
			action: 'Get many file attachments of comment',
			description: 'List the files attached to one comment',
			endpoint: 'GET /Comments/{id}/FileAttachments',
			parts: { id: commentId },
			parameters: listParameters,
			isPaged: true,
			outputFields: FILE_FIELDS,
			send: (item) => ({ query: filterQuery(item) }),
		}),
		endpointOperation({
			value: 'upload',
			name: 'Upload',
			action: 'Upload file attachment',
			description: 'Attach a file from a binary field to a record or a note',
			endpoint: 'POST /{parent}/{id}/FileAttachments',
			parents: WITH_FILES,
			parameters: ['binaryInput', 'uploadOptions'],
			outputFields: FILE_FIELDS,
			send: sendFile,
		}),
		endpointOperation({
			value: 'uploadToComment',
			name: 'Upload to Comment',
			action: 'Upload file attachment to comment',
			description: 'Attach a file from a binary field to a comment',
			endpoint: 'POST /Comments/{id}/FileAttachments',
			parts: { id: commentId },
			parameters: ['binaryInput', 'uploadOptions'],
			outputFields: FILE_FIELDS,
			send: sendFile,
		}),
	],
};

/** multipart/form-data with the file in the part `file`; its name, type and category may go along (v3.1 specification). */
async function sendFile(item: ItemContext): Promise<Partial<ApiRequest>> {
	const { fileName, contentType, fileCategoryId } = item.collection('options');
	const details = partValues(item, FILE_FIELDS, {
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

/** The answer as a file in the binary field that the form names. */
export function receiveFile(
	fallbackName: (item: ItemContext) => string,
): NonNullable<InsightlyOperation['output']> {
	return async (answer, item, client) => {
		const property = item.text('outputBinaryField') || 'data';
		return [await fileItem(answer, item, client, { property, fallbackName: fallbackName(item) })];
	};
}
