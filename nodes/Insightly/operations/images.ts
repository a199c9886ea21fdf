import type { ItemContext } from '../../shared/form/itemContext';
import { DOWNLOAD_FIELDS } from '../../shared/operations/files';
import type { Endpoint } from '../../shared/operations/types';
import type { ApiRequest } from '../../shared/request/types';
import { DONE_FIELDS } from '../output/records';
import type { EndpointRow, Feature, PathPart } from '../resources/types';
import { DOWNLOAD, FILE_TIMEOUT_MS, fileOutput } from '../output/files';

/** The picture's own file name ends the path, as the API wants it. */
const fileName: PathPart = { parameters: [], read: imageName };

interface Images {
	/** What the picture is called within a sentence. */
	what: string;
	at: string;
	/** How the last part of the upload's path is called. */
	namePart: 'filename' | 'fileName';
	/** What the record types have whose records can have it. */
	below: Feature;
}

/** Delete, Download and Upload of one kind of picture. */
export function imageRows({ what, at, namePart, below }: Images): EndpointRow[] {
	const row = (
		value: string,
		name: string,
		description: string,
		endpoint: Endpoint,
		more: Partial<EndpointRow> = {},
	): EndpointRow => ({
		...{ value, name, description, endpoint, below },
		action: `${name} ${what}`,
		...more,
	});
	return [
		row('delete', 'Delete', `Remove the picture from the ${what}`, `DELETE ${at}` as Endpoint),
		row('download', 'Download', 'Get the picture into a binary field', `GET ${at}` as Endpoint, {
			parameters: ['binaryOutput'],
			outputFields: DOWNLOAD_FIELDS,
			send: () => DOWNLOAD,
			output: fileOutput(() => 'image'),
		}),
		row(
			'upload',
			'Upload',
			'Put a picture from a binary field there; one that is there already is replaced',
			`PUT ${at}/{${namePart}}` as Endpoint,
			{
				parameters: ['binaryInput'],
				options: ['fileName'],
				parts: { [namePart]: fileName },
				outputFields: DONE_FIELDS,
				send: sendImage,
				output: () => [{ json: { success: true } }],
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
		answersNothing: true,
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
