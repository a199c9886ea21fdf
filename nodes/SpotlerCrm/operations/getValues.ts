import { requiredText } from '../../shared/form/requiredText';
import type { Operation } from '../../shared/operations/types';
import { namedObject } from '../api/objectName';
import { lookupPath } from '../fields/lookups';
import { LOOKUP_VALUE, valueOutput } from '../output/lookupValues';

/** `GET /lookup/{object}/{field}` (API v4 page). */
export const getValues: Operation = {
	value: 'getValues',
	name: 'Get Values',
	action: 'Get lookup list values',
	description: 'Get the values that can be picked for a field',
	endpoints: ['GET /lookup/{object}/{field}'],
	outputFields: LOOKUP_VALUE,
	parameters: ['lookupObject', 'lookupField'],
	options: ['rawEnvelope'],
	request: (item) => ({
		method: 'GET',
		path: lookupPath(namedObject(item), requiredText(item, 'fieldName', 'field')),
	}),
	output: valueOutput,
};
