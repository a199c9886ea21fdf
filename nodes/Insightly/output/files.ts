import type { ItemContext } from '../../shared/form/itemContext';
import { fileItem } from '../../shared/operations/files';
import type { OperationHead } from '../../shared/operations/types';
import type { ApiRequest } from '../../shared/request/types';

/** Large files take their time on slow lines. */
export const FILE_TIMEOUT_MS = 15 * 60_000;

/** What a request for a file has besides verb and path. */
export const DOWNLOAD: Partial<ApiRequest> = {
	responseType: 'stream',
	timeoutMs: FILE_TIMEOUT_MS,
};

/** The response as a file in the binary field that the form names. */
export const fileOutput =
	(fallbackName: (item: ItemContext) => string): NonNullable<OperationHead['output']> =>
	async (result, item, client) => {
		const property = item.text('outputBinaryField') || 'data';
		return [await fileItem(result, item, client, { property, fallbackName: fallbackName(item) })];
	};
