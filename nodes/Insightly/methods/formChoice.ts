import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { loadOptionsForm } from '../../shared/form/loadOptionsForm';
import { readWatchValue } from '../../shared/form/watchForm';
import { RECORD_TYPE } from '../operations/parent';
import type { InsightlyOperation } from '../operations/types';
import { resolveType, type RecordType } from '../resources/types';
import { recordTypes, resources } from '../resources';

const current = (context: ILoadOptionsFunctions, name: string): string =>
	String(context.getCurrentNodeParameter(name) ?? '');

/**
 * The record type that the form's Record and Fields are about, as it is in this account.
 * @throws NodeOperationError when none is chosen yet, for instance because it is given by an expression.
 */
export function chosenRecordType(context: ILoadOptionsFunctions): RecordType {
	return inForm(context, ownType(context));
}

/** The resource, or the one that the trigger's Trigger On names. */
const chosenResource = (context: ILoadOptionsFunctions): string =>
	readWatchValue(current(context, 'triggerOn'))?.resource ?? current(context, 'resource');

function ownType(context: ILoadOptionsFunctions): RecordType {
	const value = chosenResource(context);
	const type = chosenOperation(context)?.about ?? recordTypes.find((one) => one.value === value);
	if (type) return type;
	throw new NodeOperationError(context.getNode(), 'Pick a resource first', {
		description: 'The list depends on the resource, which has to be chosen from its own list.',
	});
}

/** The operation that the form shows; undefined in the trigger, which has none. */
export function chosenOperation(context: ILoadOptionsFunctions): InsightlyOperation | undefined {
	const resource = resources.find(({ value }) => value === current(context, 'resource'));
	return resource?.operations.find(({ value }) => value === current(context, 'operation'));
}

/**
 * The record type below which the form's operation works.
 * @throws NodeOperationError when it is not chosen yet.
 */
export function chosenParent(context: ILoadOptionsFunctions): RecordType {
	return inForm(context, parentType(context));
}

function parentType(context: ILoadOptionsFunctions): RecordType {
	const parents = chosenOperation(context)?.parents ?? [];
	const wanted = current(context, RECORD_TYPE);
	const type = parents.length === 1 ? parents[0] : parents.find(({ value }) => value === wanted);
	if (type) return type;
	throw new NodeOperationError(context.getNode(), 'Pick a record type first', {
		description: 'The list depends on the record type, which has to be chosen from its own list.',
	});
}

/**
 * The record type named by another parameter.
 * @throws NodeOperationError when it is not chosen yet.
 */
export function recordTypeIn(context: ILoadOptionsFunctions, parameter: string): RecordType {
	const type = recordTypes.find(({ value }) => value === current(context, parameter));
	if (type) return type;
	throw new NodeOperationError(context.getNode(), 'Pick a record type first');
}

/**
 * What Fields is about: the record type itself, or the one that its translation belongs to. Undefined while the custom
 * object that it depends on is not chosen.
 */
export function chosenFormType(context: ILoadOptionsFunctions): RecordType | undefined {
	const operation = chosenOperation(context);
	const isParents = operation !== undefined && !operation.about && operation.parents !== undefined;
	const type = isParents ? parentType(context) : ownType(context);
	return isNamed(context, type) ? inForm(context, type) : undefined;
}

/**
 * The record type that the form means.
 * @throws NodeOperationError while the form names none that can be.
 */
function inForm(context: ILoadOptionsFunctions, type: RecordType): RecordType {
	if (isNamed(context, type)) return resolveType(type, loadOptionsForm(context));
	throw new NodeOperationError(context.getNode(), 'Pick a custom object first', {
		description: 'The list depends on the custom object.',
	});
}

/** Whether a type that stands for many is named in the form; any other one is what it is. */
const isNamed = (context: ILoadOptionsFunctions, { named }: RecordType): boolean =>
	named === undefined || loadOptionsForm(context).locator(named.parameter) !== '';
