import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/request/rows';
import { asItIs, isScalar } from './entry';
import { listIn } from './values';

/**
 * SQL and data tables: `[["paid", 24], …]` with `columns` `["event", "count()"]` becomes one row for each row, with the
 * columns as keys. Columns of the same name get a number behind it; a cell without a column is called after its place.
 * Rows that are objects already stay as they are.
 */
export function tableRows(result: unknown, columns: unknown): IDataObject[] {
	if (!Array.isArray(result)) return asItIs(result);
	const width = result.reduce<number>(
		(widest, row) => Math.max(widest, Array.isArray(row) ? row.length : isObject(row) ? 0 : 1),
		0,
	);
	const names = columnNames(listIn(columns), width);
	return result.map((row: unknown) => {
		if (isObject(row)) return row;
		const cells = Array.isArray(row) ? (row as unknown[]) : [row];
		return Object.fromEntries(
			names.map((name, index) => [name, (cells[index] ?? null) as IDataObject['key']]),
		);
	});
}

function columnNames(columns: unknown[], width: number): string[] {
	const taken = new Set<string>();
	return Array.from({ length: Math.max(width, columns.length) }, (_, index) => {
		const column = columns[index];
		const wanted = (isScalar(column) && String(column ?? '')) || `col_${index + 1}`;
		let name = wanted;
		for (let number = 2; taken.has(name); number++) name = `${wanted}_${number}`;
		taken.add(name);
		return name;
	});
}
