import type { ItemContext } from '../../shared/form/itemContext';
import { readId } from '../../shared/form/recordId';
import { requiredText } from '../../shared/form/requiredText';
import { fileToSend } from '../../shared/operations/files';
import type { Operation } from '../../shared/operations/types';
import { MultipartForm } from '../../shared/request/multipartForm';
import { FILE_TIMEOUT_MS } from '../api/service';
import { RECORD_OPTIONS, recordOutput } from '../output/records';
import { outputOf, singularOf, type RecordType } from '../resources/types';
import { withName } from './path';

/**
 * `POST /documents` as a form with `file`, `ParentId`, `ParentObject` and `description`; the capital letters are the
 * API's own (*observed* in public code).
 */
export const uploadFile = (type: RecordType): Operation => ({
	value: 'upload',
	name: 'Upload',
	action: `Upload ${singularOf(type)}`,
	description: 'Add a file to a record',
	endpoints: [`POST /${type.object}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['inputField', 'parentObject', 'parentId']),
	options: [...RECORD_OPTIONS, 'description', 'fileName'],
	request: async (item) => ({
		method: 'POST',
		path: `/${type.object}`,
		body: (await fileForm(item)).asBody(),
		timeoutMs: FILE_TIMEOUT_MS,
	}),
	output: recordOutput(type),
});

async function fileForm(item: ItemContext): Promise<MultipartForm> {
	const { description, fileName } = item.collection('options');
	const file = await fileToSend(item, item.text('binaryProperty', 'data') || 'data');
	const parentId = readId(item, 'parentId', 'record that gets the document');
	const form = new MultipartForm();
	form.append('file', { ...file, name: String(fileName ?? '').trim() || file.name });
	form.append('ParentId', String(parentId));
	form.append('ParentObject', parentObject(item));
	if (description) form.append('description', String(description));
	return form;
}

const parentObject = (item: ItemContext): string =>
	requiredText(
		item,
		'parentObject',
		'kind of record that the document belongs to',
		'Choose it from the list, or give the record type in the singular, such as Account.',
	);
