import { integer, text } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { fileItem } from '../../shared/operations/files';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { recordIn } from '../api/envelope';
import { FILE_TIMEOUT_MS } from '../api/service';
import { singularOf, type RecordType } from '../resources/types';
import { recordId, recordPath, withName } from './path';

/** `GET /documents/{id}/content`, with the name in Content-Disposition (*observed* in public code). */
export const downloadFile = (type: RecordType): Operation => ({
	value: 'download',
	name: 'Download',
	action: `Download ${singularOf(type)}`,
	description: `Get the file of a ${singularOf(type)}`,
	endpoints: [`GET /${type.object}/{id}/content`, `GET /${type.object}/{id}`],
	outputFields: [text('fileName'), text('mimeType'), integer('fileSize')],
	parameters: withName(type, ['record', 'outputField']),
	request: (item) => ({
		method: 'GET',
		path: `${recordPath(item, type)}/content`,
		responseType: 'stream',
		timeoutMs: FILE_TIMEOUT_MS,
	}),
	output: async (result, item, client) => {
		const isNamed = /filename/i.test(result.response?.headers['content-disposition'] ?? '');
		const fallbackName = isNamed ? singularOf(type) : await nameOfRecord(item, client, type);
		const property = item.text('binaryProperty', 'data') || 'data';
		return [await fileItem(result, item, client, { property, fallbackName })];
	},
});

/** The header is sometimes missing (*observed*); then the document's own record knows its name. */
async function nameOfRecord(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
): Promise<string> {
	const { body } = await client.send({ method: 'GET', path: recordPath(item, type) });
	const name = recordIn(body)?.name;
	const fallback = `${singularOf(type)}-${recordId(item, type)}`;
	return typeof name === 'string' && name !== '' ? name : fallback;
}
