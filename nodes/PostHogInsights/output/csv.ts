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

/** The lines of a CSV text, cell by cell. */
function linesOf(text: string): string[][] {
	const lines: string[][] = [[]];
	CELL.lastIndex = 0;
	while (CELL.lastIndex < text.length) {
		const found = CELL.exec(text);
		if (!found) break;
		lines[lines.length - 1].push(found[1].replace(/^"|"$/g, '').replace(/""/g, '"'));
		if (found[2] !== ',') lines.push([]);
	}
	return lines.filter((cells) => cells.length > 0);
}

/**
 * What a page of a list says in CSV: `count,next,previous,results.0.id,…` above the values, an empty one for null. A text
 * of another shape has a row on each line below the first.
 */
export function csvPageOf(text: string): Omit<ListPage, 'rows'> {
	const [header = [], ...rows] = linesOf(text);
	const cell = (name: string) => rows[0]?.[header.indexOf(name)];
	const places = header.map((name) => Number(/^results\.(\d+)\./.exec(name)?.[1] ?? -1));
	const isWide = header.some((name) => /^(count|next|previous|results\.\d+\..*)$/.test(name));
	if (!isWide) return { received: rows.length };
	const count = Number(cell('count') || NaN);
	return {
		received: places.reduce((most, place) => Math.max(most, place), -1) + 1,
		...(Number.isInteger(count) ? { total: count } : {}),
		...(header.includes('next') ? { hasNext: cell('next') !== '' } : {}),
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
