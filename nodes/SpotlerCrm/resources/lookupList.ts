import type { Resource } from '../../shared/operations/types';
import { appendValues } from '../operations/appendValues';
import { getValues } from '../operations/getValues';

/** The values that can be picked for a field. The API can add to a list; nothing renames or removes a value. */
export const lookupList: Resource = {
	value: 'lookupList',
	name: 'Lookup List',
	operations: [appendValues, getValues],
};
