import type { INodeExecutionData } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import type { OperationResult } from '../../shared/operations/types';
import { recordIn } from '../api/envelope';

/** Whether the user wants `{metadata, record}` as the API sends it. */
export const wantsEnvelope = (item: ItemContext): boolean =>
	item.collection('options').rawEnvelope === true;

/**
 * Envelopes to items: the record of each, or the whole envelope.
 *
 * `{"metadata": {"url": "/accounts/1", …}, "record": {"id": 1, "name": "One", …}}`
 */
export function recordOutput(
	{ rows }: Pick<OperationResult, 'rows'>,
	item: ItemContext,
): INodeExecutionData[] {
	const isRaw = wantsEnvelope(item);
	return rows.map((row) => ({ json: isRaw ? row : (recordIn(row) ?? row) }));
}
