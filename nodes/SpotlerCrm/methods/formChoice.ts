import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { readWatchValue } from '../../shared/form/watchForm';
import { readObjectName } from '../api/objectName';
import { recordTypes } from '../resources';
import { customObject } from '../resources/customObject';
import type { RecordType } from '../resources/types';

/** What a form is about: a record type and the name of its object. */
export interface Chosen {
	type: RecordType;
	object: string;
}

const textOf = (context: ILoadOptionsFunctions, name: string): string => {
	const value = context.getCurrentNodeParameter(name);
	return typeof value === 'string' ? value : '';
};

/** Of the resource, or of what the trigger's Trigger On names. */
const chosenType = (context: ILoadOptionsFunctions): RecordType | undefined => {
	const resource =
		readWatchValue(textOf(context, 'triggerOn'))?.resource ?? textOf(context, 'resource');
	return recordTypes.find(({ value }) => value === resource);
};

const namedObject = (context: ILoadOptionsFunctions): string | undefined =>
	readObjectName(textOf(context, 'objectName'));

/** Whether the form is about a custom object whose name is not given yet. */
export const lacksObject = (context: ILoadOptionsFunctions): boolean =>
	chosenType(context)?.isNamedByUser === true && namedObject(context) === undefined;

/**
 * The record type and object that the form is about.
 * @throws NodeOperationError when either is not chosen yet, for instance because it is given by an expression.
 */
export function chosenObject(context: ILoadOptionsFunctions): Chosen {
	const type = chosenType(context);
	if (type && !type.isNamedByUser) return { type, object: type.object };
	const object = namedObject(context);
	if (object !== undefined) return { type: type ?? typeOfObject(object), object };
	throw new NodeOperationError(
		context.getNode(),
		type ? 'Give the object name first' : 'Pick a resource first',
		{ description: 'The list depends on it, so it cannot come from an expression.' },
	);
}

/** Lookups and the data dictionary name their object by its name in addresses, whatever its type. */
const typeOfObject = (object: string): RecordType =>
	recordTypes.find((type) => type.object === object) ?? customObject;
