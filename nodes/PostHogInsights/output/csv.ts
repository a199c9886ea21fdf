import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';

/** Keys of the options that it reads. */
export const FORMAT_OPTIONS = ['format', 'csvField'];

/** Whether the user wants PostHog's CSV instead of items. */
export const isCsv = (item: ItemContext): boolean => item.collection('options').format === 'csv';

/** What a request for CSV has that others have not. */
export const CSV_REQUEST = { responseType: 'text', headers: { Accept: 'text/csv' } } as const;

/** Key under which the text of a CSV response travels until it becomes a file. */
const TEXT = 'csv';

export const csvRow = (text: unknown): IDataObject => ({ [TEXT]: String(text ?? '') });

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
