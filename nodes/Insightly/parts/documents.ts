import { endpointOperation, type EndpointRow } from '../operations';
import { WITH_DOCUMENTS } from '../resources/parents';
import { FILE_TIMEOUT_MS, receiveFile } from './files';
import { DOWNLOAD_FIELDS, FILE_FIELDS } from './fields';

const MERGE: Pick<EndpointRow, 'endpoint' | 'parents'> = {
	endpoint: 'POST /{parent}/{id}/MergeDocument/{documentTemplateId}',
	parents: WITH_DOCUMENTS,
};

export const mergeDocument = endpointOperation({
	...MERGE,
	value: 'merge',
	name: 'Merge',
	action: 'Merge document template',
	description: 'Make a document out of a template and one record, and get it into a binary field',
	parameters: ['binaryOutput'],
	outputFields: DOWNLOAD_FIELDS,
	send: () => ({ responseType: 'stream', timeoutMs: FILE_TIMEOUT_MS }),
	receive: receiveFile((item) => `document-${item.locator('parentId')}.docx`),
});

/** `format=JSON` answers the details of the file that the document was stored as (v3.1 specification). */
export const mergeAndStoreDocument = endpointOperation({
	...MERGE,
	value: 'mergeAndStore',
	name: 'Merge and Store',
	action: 'Merge and store document template',
	description: 'Make a document out of a template and one record, and get its details as a file',
	outputFields: FILE_FIELDS,
	send: () => ({ query: { format: 'JSON' }, timeoutMs: FILE_TIMEOUT_MS }),
});
