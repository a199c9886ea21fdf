import type { IDataObject } from 'n8n-workflow';

import { isObject, owns } from '../../../shared/request/rows';
import { kindOf } from '../../fields/queryKinds';
import { nameOf } from '../insights';
import { boxRow, isBox } from './boxes';
import { asItIs } from './entry';
import { funnelRows } from './funnels';
import { heatmapRows, isHeatmap } from './heatmap';
import { pathRows } from './paths';
import { retentionRows } from './retention';
import { stickinessRows, timeRows } from './series';
import { tableRows } from './table';
import { listIn } from './values';

type RowMaker = (result: unknown, insight: IDataObject) => IDataObject[];

const table: RowMaker = (result, { columns }) => tableRows(result, columns);

/** How each kind of insight becomes rows. Any other kind is read by the shape of its result. */
const MAKERS: ReadonlyMap<string, RowMaker> = new Map([
	['TrendsQuery', timeRows],
	['LifecycleQuery', timeRows],
	['StickinessQuery', stickinessRows],
	['FunnelsQuery', funnelRows],
	['RetentionQuery', retentionRows],
	['PathsQuery', pathRows],
	['HogQLQuery', table],
	['HogQuery', table],
	['EventsQuery', table],
	['ActorsQuery', table],
]);

/**
 * An insight's result as flat rows, none when it has no result. Nothing is lost on the way: what no row-maker reads passes
 * through, and a result that holds anything gives at least one row. Units and keys of each kind are in the guide.
 * @param aboutInsight whether each row tells which insight it belongs to; a column of the same name wins
 */
export function resultRows(insight: IDataObject, aboutInsight: boolean): IDataObject[] {
	const rows = rowsIn(insight);
	if (!aboutInsight) return rows;
	const about = {
		insight_id: insight.id,
		short_id: insight.short_id,
		insight_name: nameOf(insight),
		last_refresh: insight.last_refresh ?? null,
	};
	return rows.map((row) => {
		const added = Object.entries(about).filter(([key]) => !owns(row, key));
		return { ...row, ...Object.fromEntries(added) };
	});
}

function rowsIn(insight: IDataObject): IDataObject[] {
	const { result, boxplot_data: boxes } = insight;
	if (isEmpty(result)) {
		// Some versions send a box plot beside an empty result.
		return listIn(boxes).flatMap((box) => (isBox(box) ? [boxRow(box)] : asItIs(box)));
	}
	const rows = (MAKERS.get(kindOf(insight) ?? '') ?? byShape)(result, insight);
	return rows.length > 0 ? rows : asItIs(result);
}

const isEmpty = (result: unknown): boolean =>
	result === null ||
	result === undefined ||
	result === '' ||
	(Array.isArray(result) && result.length === 0) ||
	(isObject(result) && Object.keys(result).length === 0);

/** A heat map, a table, series, a list of objects as they are, or one row that holds whatever there is. */
function byShape(result: unknown, insight: IDataObject): IDataObject[] {
	if (isHeatmap(result)) return heatmapRows(result);
	if (!Array.isArray(result)) return [{ result: result as IDataObject['key'] }];
	if (result.some(Array.isArray)) return table(result, insight);
	if (result.every((row) => isObject(row) && Array.isArray(row.data))) return timeRows(result);
	return result.flatMap((row: unknown) => asItIs(row));
}
