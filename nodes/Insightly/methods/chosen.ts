import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { RecordType } from '../recordTypes';
import { recordTypes } from '../resources';

/**
 * The record type that the form is about.
 * @throws NodeOperationError when none is chosen yet, for instance because it is given by an expression.
 */
export function chosenRecordType(context: ILoadOptionsFunctions): RecordType {
	const value = String(context.getCurrentNodeParameter('resource') ?? '');
	const type = recordTypes.find((one) => one.value === value);
	if (type) return type;
	throw new NodeOperationError(context.getNode(), 'Pick a resource first', {
		description: 'The list depends on the resource, which has to be chosen from its own list.',
	});
}
