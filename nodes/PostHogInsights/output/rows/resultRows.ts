import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/request/rows';
import { kindOf } from '../../fields/queryKinds';
import { nameOf } from '../insights';
import { funnelRows } from './funnels';
import { pathRows } from './paths';
import { retentionRows } from './retention';
import { stickinessRows, timeRows } from './series';
import { tableRows } from './table';

type RowMaker = (result: unknown, insight: IDataObject) => IDataObject[];

const table: RowMaker = (result, { columns }) => tableRows(result, columns);

/** How each kind of insight becomes rows. Any other kind is read by the shape of its result. */
const MAKERS: Readonly<Record<string, RowMaker>> = {
	TrendsQuery: timeRows,
	LifecycleQuery: timeRows,
	StickinessQuery: stickinessRows,
	FunnelsQuery: funnelRows,
	RetentionQuery: retentionRows,
	PathsQuery: pathRows,
	HogQLQuery: table,
	HogQuery: table,
	EventsQuery: table,
	ActorsQuery: table,
};

/**
 * An insight's result as flat rows, none when it has no result. Units and keys of each kind are in the guide.
 * @param aboutInsight whether each row tells which insight it belongs to; a column of the same name wins
 */
export function resultRows(insight: IDataObject, aboutInsight: boolean): IDataObject[] {
	const { result } = insight;
	if (result === null || result === undefined) return [];
	const rows = (MAKERS[kindOf(insight) ?? ''] ?? byShape)(result, insight);
	if (!aboutInsight) return rows;
	const about = {
		insight_id: insight.id,
		short_id: insight.short_id,
		insight_name: nameOf(insight),
		last_refresh: insight.last_refresh ?? null,
	};
	return rows.map((row) => {
		const added = Object.entries(about).filter(([key]) => !(key in row));
		return { ...row, ...Object.fromEntries(added) };
	});
}

/** A table, a list of objects as they are, or one row that holds whatever there is. */
function byShape(result: unknown, insight: IDataObject): IDataObject[] {
	if (!Array.isArray(result)) return [{ result: result as IDataObject['key'] }];
	if (result.some(Array.isArray)) return table(result, insight);
	if (result.every((row) => isObject(row) && Array.isArray(row.data))) return timeRows(result);
	return result.map((row: unknown) => (isObject(row) ? row : { value: row as IDataObject['key'] }));
}
