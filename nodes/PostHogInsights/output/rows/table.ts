import type { IDataObject } from 'n8n-workflow';

import { listIn } from './values';

/**
 * SQL and data tables: one row for each row, with the columns as keys. Columns of the same name get a number behind it;
 * a cell without a column is called after its place.
 */
export function tableRows(result: unknown, columns: unknown): IDataObject[] {
	const rows = listIn(result);
	const width = rows.reduce<number>(
		(widest, row) => Math.max(widest, Array.isArray(row) ? row.length : 1),
		0,
	);
	const names = columnNames(listIn(columns), width);
	return rows.map((row) => {
		const cells = Array.isArray(row) ? (row as unknown[]) : [row];
		return Object.fromEntries(
			names.map((name, index) => [name, (cells[index] ?? null) as IDataObject['key']]),
		);
	});
}

function columnNames(columns: unknown[], width: number): string[] {
	const taken = new Set<string>();
	return Array.from({ length: Math.max(width, columns.length) }, (_, index) => {
		const wanted = String(columns[index] ?? '') || `col_${index + 1}`;
		let name = wanted;
		for (let number = 2; taken.has(name); number++) name = `${wanted}_${number}`;
		taken.add(name);
		return name;
	});
}
