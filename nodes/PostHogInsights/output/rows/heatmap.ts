import type { IDataObject } from 'n8n-workflow';

import { asItIs, fits, isScalar, listIfAny, withOthers, type Shape } from './entry';
import { listIn, numberOr } from './values';

/** The key of a series of trends that holds its heat map. */
export const HEATMAP: Shape = { calendar_heatmap_data: () => true };

/**
 * A calendar heat map: `{"data": [{"row": 0, "column": 13, "value": 5}], "rowAggregations": [{"row": 0, "value": 9}],
 * "columnAggregations": [{"column": 13, "value": 7}], "allAggregations": 42}`.
 */
const MAP: Shape = {
	allAggregations: isScalar,
	columnAggregations: listIfAny,
	data: listIfAny,
	rowAggregations: listIfAny,
};

const CELL: Shape = { row: isScalar, column: isScalar, value: isScalar };

export const isHeatmap = (value: unknown): value is IDataObject =>
	fits(value, MAP) &&
	[value.data, value.rowAggregations, value.columnAggregations].some(Array.isArray);

/** Which sum a value of the map is: of one cell, of a row, of a column, of everything. */
const PARTS = [
	['data', 'cell'],
	['rowAggregations', 'row'],
	['columnAggregations', 'column'],
] as const;

/** A row for each cell and each sum of a calendar heat map. */
export function heatmapRows(map: IDataObject, about: IDataObject = {}): IDataObject[] {
	const rows = PARTS.flatMap(([key, part]) =>
		listIn(map[key]).flatMap((cell) => (fits(cell, CELL) ? [cellRow(cell, part)] : asItIs(cell))),
	);
	const { allAggregations: total } = map;
	if (total !== undefined && total !== null) {
		rows.push({ part: 'total', row: null, column: null, value: numberOr(total) });
	}
	if (rows.length === 0) return [{ ...about, ...map }];
	return withOthers(
		map,
		MAP,
		rows.map((row) => ({ ...about, ...row })),
	);
}

function cellRow(cell: IDataObject, part: string): IDataObject {
	const [row] = withOthers(cell, CELL, [
		{ part, row: cell.row ?? null, column: cell.column ?? null, value: numberOr(cell.value) },
	]);
	return row;
}
