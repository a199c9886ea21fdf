import type { IDataObject } from 'n8n-workflow';

import { addHint } from '../../shared/form/hints';
import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import type { ApiClient } from '../../shared/request/client';
import { readToldPages, type ToldPaging } from '../../shared/request/toldPages';
import type { ApiRequest } from '../../shared/request/types';
import { rowKey } from '../api/paging';

/**
 * A list as long as the form wants it. Should PostHog count more rows than it sends, that is said beside the output.
 * @param keep rows that the server cannot leave out by itself
 * @throws NodeApiError
 */
export async function wholeList(
	client: ApiClient,
	item: ItemContext,
	request: ApiRequest,
	paging: ToldPaging,
	keep?: (row: IDataObject) => boolean,
): Promise<IDataObject[]> {
	const options = { limit: wantedRows(item), key: rowKey, keep };
	const { rows, missing } = await readToldPages(client, request, paging, options);
	if (missing > 0) {
		addHint(
			item.functions,
			`PostHog counts ${missing} more than it sent. Run the node again; if it stays so, sort by ID, or look at the list in PostHog.`,
		);
	}
	return rows;
}
