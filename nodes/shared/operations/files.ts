import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { integer, text } from '../fields/define';
import type { ApiClient } from '../request/client';
import type { FormFile } from '../request/multipartForm';
import { isIdempotent, isRead } from '../request/retry';
import type { ApiFailure, ApiResponse } from '../request/types';
import type { ItemContext } from '../form/itemContext';
import { fileNameIn } from './fileName';
import type { OperationResult } from './types';

/** Bytes read at once. */
const PIECE = 256 * 1024;

const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * A file of the item, ready to be sent. In n8n's file and object storage it is read piece by piece; what n8n keeps in
 * memory is decoded once.
 * @throws NodeOperationError when the item has no file under that name.
 */
export async function fileToSend(item: ItemContext, property: string): Promise<FormFile> {
	const binary = item.binary(property);
	const about = { name: binary.fileName ?? nameOf(binary), type: binary.mimeType ?? UNKNOWN_TYPE };
	if (binary.id === undefined) {
		const content = await item.binaryContent(property);
		return { ...about, size: content.length, stream: () => onePiece(content) };
	}
	const { id } = binary;
	const { helpers } = item.functions;
	const { fileSize } = await helpers.getBinaryMetadata(id);
	return { ...about, size: fileSize, stream: () => pieces(helpers.getBinaryStream(id, PIECE)) };
}

const nameOf = ({ fileExtension }: IBinaryData): string =>
	fileExtension ? `file.${fileExtension}` : 'file';

async function* onePiece(content: Buffer): AsyncGenerator<Uint8Array> {
	yield content;
}

async function* pieces(
	opened: Promise<AsyncIterable<string | Buffer>>,
): AsyncGenerator<Uint8Array> {
	for await (const piece of await opened) yield Buffer.from(piece as Buffer);
}

/** How a file that came in is kept with the item. */
export interface FileOptions {
	/** Name of the binary field. */
	property: string;
	/** Used when the answer does not name the file. With an ending: no other kind of file can come. */
	fallbackName: string;
}

/** Fields of the item that stands beside a downloaded file. */
export const DOWNLOAD_FIELDS = [text('fileName'), text('mimeType'), integer('fileSize')];

/** Tries in all to get a file that was cut off, the first one included. */
const DOWNLOADS = 3;

/**
 * An answer of type `stream` as an item with the file in a binary field, without holding the file in memory where n8n
 * keeps files elsewhere. The item's JSON tells name, type and size. A file that is cut off is asked for again if asking
 * changes nothing.
 * @throws NodeApiError when the file cannot be had as a whole.
 */
export async function fileItem(
	{ response, request }: OperationResult,
	item: ItemContext,
	client: ApiClient,
	options: FileOptions,
): Promise<INodeExecutionData> {
	const mayAskAgain = request !== undefined && isIdempotent(request);
	// A file that is there may be empty, one that was made for this request is not.
	const isMade = request !== undefined && !isRead(request);
	let answer = response;
	for (let attempt = 1; answer; attempt++) {
		if (isPage(answer)) throw client.apiError(PAGE_INSTEAD);
		if (isOtherData(answer, options)) throw client.apiError(DATA_INSTEAD);
		const kept = await keep(answer, item, options);
		if (kept && !(isMade && kept.json.fileSize === 0)) return kept;
		if (!mayAskAgain || attempt >= DOWNLOADS) break;
		answer = await client.send(request);
	}
	throw client.apiError({
		message: 'The file was cut off on its way',
		description: mayAskAgain
			? `It was asked for ${DOWNLOADS} times, and nothing was kept. Check the network and try again.`
			: 'Nothing was kept of it. Run the item again.',
		cause: 'temporarily-unavailable',
	});
}

const PAGE_INSTEAD: ApiFailure = {
	message: 'A web page came instead of the file',
	description:
		'A proxy, a log-in page or a wrong address can be the reason. Check the address in the credential, and whether the file can be opened in the service.',
	cause: 'temporarily-unavailable',
};

const DATA_INSTEAD: ApiFailure = {
	message: 'Data came instead of the file',
	description:
		'Nothing was kept of it. Check in the service whether the file can be opened there, then run the item again.',
	cause: 'temporarily-unavailable',
};

/** JSON where a document or a picture was asked for. */
const isOtherData = ({ headers }: ApiResponse, { fallbackName }: FileOptions): boolean =>
	mediaType(headers) === 'application/json' &&
	fileNameIn(headers['content-disposition']) === undefined &&
	hasEnding(fallbackName) &&
	!fallbackName.endsWith('.json');

const hasEnding = (name: string): boolean => /\.[a-z]+$/i.test(name);

/** A page for people. A file of that kind is sent with its name. */
function isPage({ headers }: ApiResponse): boolean {
	const name = fileNameIn(headers['content-disposition']) ?? '';
	return mediaType(headers) === 'text/html' && !/\.x?html?$/i.test(name);
}

const mediaType = (headers: ApiResponse['headers']): string =>
	headers['content-type']?.split(';')[0].trim().toLowerCase() ?? '';

/** Undefined when the connection broke off, or the file ended, before it was complete. */
async function keep(
	{ headers, body }: ApiResponse,
	item: ItemContext,
	{ property, fallbackName }: FileOptions,
): Promise<INodeExecutionData | undefined> {
	const name = fileNameIn(headers['content-disposition']) ?? fallbackName;
	const content = body as Parameters<ItemContext['prepareBinary']>[0];
	const type = mediaType(headers) || UNKNOWN_TYPE;
	const binary = await item.prepareBinary(content, name, type).catch(() => undefined);
	if (!binary || !isWhole(binary, headers)) return undefined;
	const json: IDataObject = {
		fileName: binary.fileName ?? name,
		mimeType: binary.mimeType,
		...(binary.bytes === undefined ? {} : { fileSize: binary.bytes }),
	};
	return { json, binary: { [property]: binary } };
}

/**
 * Whether as much came as was announced. A file that was packed on its way although it was asked for as it is, and broke
 * off inside the packing, only shows itself by its length.
 */
function isWhole({ bytes }: IBinaryData, headers: ApiResponse['headers']): boolean {
	const announced = headers['content-length'];
	return bytes === undefined || announced === undefined || Number(announced) === bytes;
}
