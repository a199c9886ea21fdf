import type { INodeExecutionData } from 'n8n-workflow';

import { text } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { itemsOf } from '../../shared/operations/run';
import type { OperationResult } from '../../shared/operations/types';
import { readLookup } from '../fields/lookups';
import { wantsEnvelope } from './records';

/** What comes out for a value of a lookup list. */
export const LOOKUP_VALUE = [text('id'), text('value')];

/** One item per value; `id` is what is stored, `value` what people see. As a rule they are the same. */
export function valueOutput(
	{ rows, response }: OperationResult,
	item: ItemContext,
): INodeExecutionData[] {
	if (wantsEnvelope(item)) return itemsOf(rows);
	return itemsOf(readLookup(response?.body).map(({ name, value }) => ({ id: value, value: name })));
}
