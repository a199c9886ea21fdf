import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/form/shown';
import { isEmpty } from '../../shared/fields/blank';
import { conditionField, conditionRows } from '../../shared/form/conditions';
import { locatorValue, type FormReader } from '../../shared/form/formReader';
import { plainText } from '../../shared/operations/matching';
import type { RecordType } from '../resources/types';
import { TAGS } from './tags';

/** Operators of the filter builder: the API compares in no other way. */
export const EQUALS = 'equals';
export const SINCE = 'greaterThanOrEqual';

/** What the server is asked for. */
export interface Conditions {
	/** One field and its exact value. */
	field?: { name: string; value: string };
	tag?: string;
	/** When the records were changed last, as the form says it. */
	since?: unknown;
}

/**
 * The conditions of a form.
 * @throws NodeOperationError for what the API cannot be asked for, before anything is sent
 */
export function readConditions(form: FormReader, { updatedKey }: RecordType): Conditions {
	const found: Conditions = {};
	for (const row of conditionRows(form.collection('filters'))) {
		const one = condition(form, row, updatedKey);
		const [kind] = Object.keys(one);
		if (kind in found) throw twice(form, kind as keyof Conditions);
		Object.assign(found, one);
	}
	if (found.field === undefined || found.tag === undefined) return found;
	throw form.refuse(
		'A tag and a field cannot be combined',
		'Insightly searches by tag or by field, not by both. Search by tag and filter the result, or the other way round.',
	);
}

function condition(form: FormReader, row: IDataObject, updatedKey: string | undefined): Conditions {
	const name = conditionField(form, row);
	const value: unknown = locatorValue(row.value);
	if (isEmpty(value)) {
		throw form.refuse(
			`The filter on ${name} has no value`,
			'Insightly finds by an exact value, and cannot look for empty fields. Give a value, or remove the condition.',
		);
	}
	const operator = row.operator ?? EQUALS;
	if (operator === SINCE && name === updatedKey) return { since: value };
	if (operator !== EQUALS) {
		throw form.refuse(
			`The filter on ${name} cannot be "${shown(operator)}"`,
			`Insightly finds by exact values only${updatedKey ? `, apart from ${updatedKey}, which can be ${SINCE}` : ''}. Filter the result for anything else.`,
		);
	}
	const text = plainText(value);
	return name === TAGS ? { tag: text } : { field: { name, value: text } };
}

const twice = (form: FormReader, kind: keyof Conditions) =>
	form.refuse(
		`There are two conditions on ${WORDS[kind]}`,
		'Insightly takes one. Keep the one that leaves fewer records, and filter the result by the other.',
	);

const WORDS: Readonly<Record<keyof Conditions, string>> = {
	field: 'exact values',
	tag: 'tags',
	since: 'the date of the last change',
};
