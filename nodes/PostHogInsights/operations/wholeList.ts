import type { IDataObject } from 'n8n-workflow';

import { rowsOrHint } from '../../shared/form/hints';
import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';
import { readPages, type ListKind } from '../api/paging';

/**
 * A list as long as the form wants it. Should PostHog count more rows than it sends, that is said beside the output.
 * @param keep rows that the server cannot leave out by itself
 * @throws NodeApiError
 */
export const wholeList = async (
	client: ApiClient,
	item: ItemContext,
	request: ApiRequest,
	kind: ListKind,
	keep?: (row: IDataObject) => boolean,
): Promise<IDataObject[]> =>
	rowsOrHint(
		item.functions,
		'PostHog',
		await readPages(client, request, kind, { limit: wantedRows(item), keep }),
	);
