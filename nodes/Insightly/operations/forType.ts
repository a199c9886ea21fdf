import { customObjectRecord } from '../resources/customObjectRecord';
import type { RecordType } from '../resources/types';
import type { InsightlyOperation } from './types';

/** Only records with custom fields or tags look different when simplified. */
export const isSimplified = (type: RecordType): boolean =>
	type.isTaggable || type.customFieldsOf !== undefined || type === customObjectRecord;

/** What all operations on a record type share. Only custom object records have to name their object first. */
export const forType = (
	type: RecordType,
	...parameters: string[]
): Pick<InsightlyOperation, 'about' | 'outputFields' | 'parameters'> => ({
	about: type,
	outputFields: type.fields,
	parameters: [
		...(type === customObjectRecord ? ['customObject'] : []),
		...parameters.filter((parameter) => parameter !== 'simplify' || isSimplified(type)),
	],
});
