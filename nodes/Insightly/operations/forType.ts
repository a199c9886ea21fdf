import { keysFor } from '../../shared/description/recordPool';
import type { RecordType } from '../resources/types';
import type { InsightlyOperation } from './types';

/** What all operations on a record type share. Types that stand for many have to be named first. */
export const forType = (
	type: RecordType,
	...parameters: string[]
): Pick<InsightlyOperation, 'about' | 'outputFields' | 'parameters'> => ({
	about: type,
	outputFields: type.fields,
	parameters: [...(type.named ? [type.named.keys.own] : []), ...keysFor(type, parameters)],
});
