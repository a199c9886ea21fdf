import { integer, text } from '../../shared/fields/define';
import { fileItem, fileToSend } from '../../shared/operations/files';
import type { ItemContext } from '../../shared/form/itemContext';
import { readId } from '../../shared/form/recordId';
import type { Operation, Resource } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { MultipartForm } from '../../shared/request/multipartForm';
import { recordIn } from '../api/envelope';
import { recordPostReceive } from '../output/records';
import { outputOf, type RecordType } from '../resources/types';
import { deleteRecord, getManyRecords, getRecord, updateRecord } from './records';
import { recordPath } from './routes';

/** Files are larger than records. Milliseconds. */
const FILE_TIMEOUT_MS = 300_000;

const binaryField = (item: ItemContext): string => item.text('binaryProperty', 'data') || 'data';

/** `GET /documents/{id}/content`, with the name in Content-Disposition (*observed* in clients at work). */
const downloadDocument = (type: RecordType): Operation => ({
	value: 'download',
	name: 'Download',
	action: 'Download document',
	description: 'Get the file of a document',
	endpoints: ['GET /documents/{id}/content', 'GET /documents/{id}'],
	outputFields: DOWNLOADED,
	parameters: ['record', 'outputField'],
	preSend: (item) => ({
		method: 'GET',
		path: `${recordPath(item, type)}/content`,
		responseType: 'stream',
		timeoutMs: FILE_TIMEOUT_MS,
	}),
	postReceive: async (answer, item, client) => {
		const { response } = answer;
		if (!response) return [];
		const isNamed = /filename/i.test(response.headers['content-disposition'] ?? '');
		const fallbackName = isNamed ? 'document' : await nameOfRecord(item, client, type);
		return [await fileItem(answer, item, client, { property: binaryField(item), fallbackName })];
	},
});

const DOWNLOADED = [text('fileName'), text('mimeType'), integer('fileSize')];

/** The header is sometimes missing (*observed*); then the document's own record knows its name. */
async function nameOfRecord(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
): Promise<string> {
	const { body } = await client.send({ method: 'GET', path: recordPath(item, type) });
	const name = recordIn(body)?.name;
	const id = readId(item, 'recordId', 'document');
	return typeof name === 'string' && name !== '' ? name : `document-${id}`;
}

/**
 * `POST /documents` as a form with `file`, `ParentId`, `ParentObject` and `description`; the capital letters are the
 * API's own (*observed* in clients at work).
 */
const uploadDocument = (type: RecordType): Operation => ({
	value: 'upload',
	name: 'Upload',
	action: 'Upload document',
	description: 'Add a file to a record',
	endpoints: ['POST /documents'],
	parameters: ['inputField', 'parentObject', 'parentId', 'uploadOptions'],
	outputFields: outputOf(type),
	preSend: async (item) => {
		const { description, fileName } = item.collection('options');
		const file = await fileToSend(item, binaryField(item));
		const form = new MultipartForm();
		form.append('file', { ...file, name: String(fileName ?? '').trim() || file.name });
		form.append('ParentId', String(readId(item, 'parentId', 'record that gets the document')));
		form.append('ParentObject', parentObject(item));
		if (description) form.append('description', String(description));
		return {
			method: 'POST',
			path: '/documents',
			body: form.asBody(),
			timeoutMs: FILE_TIMEOUT_MS,
		};
	},
	postReceive: recordPostReceive,
});

function parentObject(item: ItemContext): string {
	const name = item.text('parentObject');
	if (name !== '') return name;
	throw item.refuse(
		'The kind of record that the document belongs to is missing',
		'Choose it from the list, or give the record type in the singular, such as Account.',
	);
}

/** Documents are made by uploading a file, so there is no plain Create. */
export const documentResource = (type: RecordType): Resource => ({
	value: type.value,
	name: type.name,
	operations: [
		deleteRecord(type),
		downloadDocument(type),
		getRecord(type),
		getManyRecords(type),
		updateRecord(type),
		uploadDocument(type),
	],
});
