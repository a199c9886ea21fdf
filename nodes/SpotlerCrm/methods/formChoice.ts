import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { readObjectName } from '../resources/objectName';
import type { RecordType } from '../resources/types';
import { recordTypes } from '../resources';

/** What a form is about: a record type and the name of its object. */
export interface Chosen {
	type: RecordType;
	object: string;
}

const textOf = (context: ILoadOptionsFunctions, name: string): string => {
	const value = context.getCurrentNodeParameter(name);
	return typeof value === 'string' ? value : '';
};

/** Whether the form is about a custom object whose name is not given yet. */
export const lacksObject = (context: ILoadOptionsFunctions): boolean =>
	recordTypes.some((type) => type.value === textOf(context, 'resource') && !type.object) &&
	readObjectName(textOf(context, 'objectName')) === undefined;

/**
 * The record type and object that the form is about.
 * @throws NodeOperationError when either is not chosen yet, for instance because it is given by an expression.
 */
export function chosenObject(context: ILoadOptionsFunctions): Chosen {
	const resource = textOf(context, 'resource');
	const type = recordTypes.find(({ value }) => value === resource);
	const object = type?.object ?? readObjectName(textOf(context, 'objectName'));
	if (type && object !== undefined) return { type, object };
	if (!type && object !== undefined) return { type: typeOfObject(object), object };
	throw new NodeOperationError(
		context.getNode(),
		type ? 'Give the object name first' : 'Pick a resource first',
		{ description: 'The list depends on it, so it cannot come from an expression.' },
	);
}

/** Lookups and the data dictionary name their object by its name in addresses, whatever its type. */
function typeOfObject(object: string): RecordType {
	const custom = recordTypes.find((type) => type.object === undefined) as RecordType;
	return recordTypes.find((type) => type.object === object) ?? custom;
}
