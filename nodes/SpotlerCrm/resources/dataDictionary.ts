import type { Resource } from '../../shared/operations/types';
import { getFields } from '../operations/getFields';

/** What the account says about the fields of its objects. */
export const dataDictionary: Resource = {
	value: 'dataDictionary',
	name: 'Data Dictionary',
	operations: [getFields],
};
