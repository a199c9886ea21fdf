import type { INodeExecutionData } from 'n8n-workflow';

import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import type { ItemContext } from '../../shared/form/itemContext';
import { itemsOf } from '../../shared/operations/run';
import type { OperationResult } from '../../shared/operations/types';
import { rowShape, type RowShape } from '../../shared/output/shape';
import { recordIn } from '../api/envelope';
import { outputOf, type RecordType } from '../resources/types';

/** Options of everything that gives records. */
export const RECORD_OPTIONS = [...OUTPUT_OPTIONS, 'rawEnvelope', 'simplify'];

/** Whether the user wants `{metadata, record}` as the API sends it. */
export const wantsEnvelope = (item: ItemContext): boolean =>
	item.collection('options').rawEnvelope === true;

/**
 * Envelopes to items: the record of each as the user wants it, or the whole envelope.
 *
 * `{"metadata": {"url": "/accounts/1", …}, "record": {"id": 1, "name": "One", …}}`
 */
export const recordOutput =
	(type: RecordType) =>
	({ rows }: Pick<OperationResult, 'rows'>, item: ItemContext): INodeExecutionData[] => {
		if (wantsEnvelope(item)) return itemsOf(rows);
		const shape = recordShape(item, type);
		return rows.map((row) => ({ json: shape(recordIn(row) ?? row) }));
	};

function recordShape(item: ItemContext, type: RecordType): RowShape {
	const { titleKeys, emailKey, shown = [], stageKey, changedKey } = type;
	const fields = outputOf(type);
	const known = new Set(fields.map(({ name }) => name));
	return rowShape(item, {
		fields,
		telling: ['id', ...titleKeys, emailKey, changedKey, ...shown, stageKey].filter(
			(name) => name !== undefined,
		),
		isOwn: (name) => !known.has(name),
	});
}
