import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import type { OperationResult } from '../../shared/operations/types';
import { recordIn } from '../api/envelope';

/** Whether the user wants `{metadata, record}` as the API sends it. */
export const wantsEnvelope = (item: ItemContext): boolean =>
	item.collection('options').rawEnvelope === true;

/** Envelopes to items: the record of each, or the whole envelope. */
export function recordPostReceive(
	{ rows }: OperationResult,
	item: ItemContext,
): INodeExecutionData[] {
	const isRaw = wantsEnvelope(item);
	return rows.map((row) => ({ json: isRaw ? row : (recordIn(row) ?? row) }));
}

/** DELETE answers `{}` or nothing at all (API v4 page says both). */
export const deletedItem = (id: number): INodeExecutionData[] => [{ json: { id, deleted: true } }];

/** Rows as items that already have their final form. */
export const plainItems = (rows: IDataObject[]): INodeExecutionData[] =>
	rows.map((json) => ({ json }));
