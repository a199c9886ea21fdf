import type { IDataObject } from 'n8n-workflow';

import { addHint } from '../../shared/form/hints';
import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import type { ApiClient } from '../../shared/request/client';
import { goesOn } from '../../shared/request/listPage';
import type { ApiRequest } from '../../shared/request/types';
import { PAGE_SIZE } from '../api/paging';
import { CSV_REQUEST, csvPageOf, csvRow } from '../output/csv';

/** A list that loses rows under every reading is read so often at most. */
const MOST_READINGS = 3;

/**
 * One file for each page: PostHog's CSV of a list is a single row that holds the whole page. Rows cannot be told apart
 * across files, so a list whose count falls while it is read is read again.
 * @throws NodeApiError
 */
export async function csvPages(
	client: ApiClient,
	item: ItemContext,
	request: ApiRequest,
): Promise<IDataObject[]> {
	for (let reading = 1; ; reading++) {
		const { texts, hasFallen } = await readOnce(client, request, wantedRows(item));
		if (hasFallen && reading < MOST_READINGS) continue;
		if (hasFallen) addHint(item.functions, HAS_FALLEN);
		return texts.map(csvRow);
	}
}

async function readOnce(
	client: ApiClient,
	request: ApiRequest,
	wanted = Infinity,
): Promise<{ texts: string[]; hasFallen: boolean }> {
	const texts: string[] = [];
	let total = 0;
	let hasFallen = false;
	for (let offset = 0; offset < wanted; ) {
		const size = Math.min(PAGE_SIZE, wanted - offset);
		const query = { ...request.query, format: 'csv', limit: size, offset };
		const text = String((await client.send({ ...request, ...CSV_REQUEST, query })).body ?? '');
		const page = csvPageOf(text);
		if (texts.includes(text)) break;
		if (page.received > 0) texts.push(text);
		hasFallen ||= (page.total ?? total) < total;
		total = page.total ?? total;
		if (!goesOn(page, { offset, size })) break;
		offset += page.received;
	}
	return { texts, hasFallen };
}

const HAS_FALLEN =
	'Insights were deleted while the list was read, so the files may lack some. Run the node again.';
