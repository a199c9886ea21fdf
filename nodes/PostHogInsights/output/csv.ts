import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import type { ListPage } from '../../shared/request/listPage';

/** Keys of the options that it reads. */
export const FORMAT_OPTIONS = ['format', 'csvField'];

/** Whether the user wants PostHog's CSV instead of items. */
export const isCsv = (item: ItemContext): boolean => item.collection('options').format === 'csv';

/** What a request for CSV has that others have not. */
export const CSV_REQUEST = { responseType: 'text', headers: { Accept: 'text/csv' } } as const;

/** Key under which the text of a CSV response travels until it becomes a file. */
const TEXT = 'csv';

export const csvRow = (text: unknown): IDataObject => ({ [TEXT]: String(text ?? '') });

/** A cell, quoted or bare, with what ends it. */
const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;

/** The first two lines of a CSV text, cell by cell: the header and what stands below it. */
function firstLines(text: string): string[][] {
	const lines: string[][] = [[]];
	CELL.lastIndex = 0;
	while (lines.length <= 2) {
		const found = CELL.exec(text);
		if (!found || found[0] === '') break;
		lines[lines.length - 1].push(found[1].replace(/^"|"$/g, '').replace(/""/g, '"'));
		if (found[2] !== ',') lines.push([]);
	}
	return lines.slice(0, 2);
}

/** What a page of a list says in CSV: `count,next,previous,results.0.id,…` above the values, an empty one for null. */
export function csvPageOf(text: string): Omit<ListPage, 'rows'> {
	const [header, values = []] = firstLines(text);
	const places = header.map((name) => Number(/^results\.(\d+)\./.exec(name)?.[1] ?? -1));
	const count = Number(values[header.indexOf('count')] || NaN);
	return {
		received: places.reduce((most, place) => Math.max(most, place), -1) + 1,
		...(Number.isInteger(count) ? { total: count } : {}),
		...(header.includes('next') ? { hasNext: values[header.indexOf('next')] !== '' } : {}),
	};
}

/** CSV texts as files, one item each. PostHog's CSV is the JSON flattened: one very wide row for a whole page. */
export async function csvItems(
	rows: readonly IDataObject[],
	item: ItemContext,
	name: string,
): Promise<INodeExecutionData[]> {
	const field = String(item.collection('options').binaryField ?? '').trim() || 'data';
	const items: INodeExecutionData[] = [];
	for (const [index, row] of rows.entries()) {
		const fileName = rows.length > 1 ? `${name}-${index + 1}.csv` : `${name}.csv`;
		const content = Buffer.from(String(row[TEXT]), 'utf8');
		const binary = await item.prepareBinary(content, fileName, 'text/csv');
		items.push({
			json: { fileName, mimeType: 'text/csv', fileSize: content.length },
			binary: { [field]: binary },
		});
	}
	return items;
}
