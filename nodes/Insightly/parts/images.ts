import type { ItemContext } from '../../shared/form/itemContext';
import type { Endpoint } from '../../shared/operations/types';
import type { ApiRequest } from '../../shared/request/types';
import { endpointOperation, type EndpointRow } from '../operations';
import type { PathPart } from '../operations/path';
import type { InsightlyOperation, InsightlyResource } from '../operations/types';
import type { RecordType } from '../resources/types';
import { WITH_IMAGE, WITH_IMAGE_FIELDS } from '../resources/parents';
import { FILE_TIMEOUT_MS, receiveFile } from './files';
import { DOWNLOAD_FIELDS, DONE_FIELDS } from './fields';

/** The picture's own file name ends the path, as the API wants it. */
const fileName: PathPart = { parameters: [], read: imageName };

interface Images {
	/** What the picture is called within a sentence. */
	what: string;
	at: string;
	/** How the last part of the upload's path is called. */
	namePart: 'filename' | 'fileName';
	parents: readonly RecordType[];
}

export const image: InsightlyResource = {
	value: 'image',
	name: 'Image',
	description: 'The picture of a record',
	operations: imageOperations({
		what: 'image',
		at: '/{parent}/{id}/Image',
		namePart: 'filename',
		parents: WITH_IMAGE,
	}),
};

export const imageField: InsightlyResource = {
	value: 'imageField',
	name: 'Image Field',
	description: 'Pictures in custom fields of a record',
	operations: imageOperations({
		what: 'image field',
		at: '/{parent}/{id}/ImageField/{fieldName}',
		namePart: 'fileName',
		parents: WITH_IMAGE_FIELDS,
	}),
};

function imageOperations({ what, at, namePart, parents }: Images): InsightlyOperation[] {
	const row = (
		value: string,
		name: string,
		description: string,
		endpoint: Endpoint,
		more: Partial<EndpointRow> = {},
	) =>
		endpointOperation({
			...{ value, name, description, endpoint, parents },
			action: `${name} ${what}`,
			...more,
		});
	return [
		row('delete', 'Delete', `Remove the picture from the ${what}`, `DELETE ${at}` as Endpoint),
		row('download', 'Download', 'Get the picture into a binary field', `GET ${at}` as Endpoint, {
			parameters: ['binaryOutput'],
			outputFields: DOWNLOAD_FIELDS,
			send: () => ({ responseType: 'stream', timeoutMs: FILE_TIMEOUT_MS }),
			receive: receiveFile(() => 'image'),
		}),
		row(
			'upload',
			'Upload',
			'Put a picture from a binary field there; one that is there already is replaced',
			`PUT ${at}/{${namePart}}` as Endpoint,
			{
				parameters: ['binaryInput', 'imageOptions'],
				parts: { [namePart]: fileName },
				outputFields: DONE_FIELDS,
				send: sendImage,
				receive: () => [{ json: { success: true } }],
			},
		),
	];
}

/** The picture itself is the body (v3.1 specification). */
async function sendImage(item: ItemContext): Promise<Partial<ApiRequest>> {
	const content = await item.binaryContent(item.text('binaryPropertyName'));
	if (content.length === 0) {
		throw item.refuse('The picture is empty', 'Check the binary field that it comes from.');
	}
	return {
		body: content,
		headers: { 'Content-Type': 'application/octet-stream' },
		timeoutMs: FILE_TIMEOUT_MS,
	};
}

function imageName(item: ItemContext): string {
	const wanted = String(item.collection('options').fileName ?? '').trim();
	if (wanted !== '') return wanted;
	const binary = item.binary(item.text('binaryPropertyName'));
	return binary.fileName ?? `image.${binary.fileExtension ?? 'png'}`;
}
