import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../shared/fields/types';
import { conditionRows } from '../../shared/form/conditions';
import type { FormReader } from '../../shared/form/formReader';
import { isObject } from '../../shared/request/rows';
import type { ApiClient } from '../../shared/request/client';
import { crmTimezone } from '../api/formats';
import { objectOf, type RecordType } from '../resources/types';
import { fieldsOf } from './dictionary';
import { buildQuery } from './filterQuery';

/**
 * Filter, order and lines of a list, from the form of Get Many.
 * @throws NodeOperationError for a filter that cannot be right, before the list is asked for
 */
export async function listQuery(
	form: FormReader,
	client: ApiClient,
	type: RecordType,
): Promise<IDataObject> {
	const filter = await filterOf(form, client, type);
	const wantsLines = type.hasLines === true && form.collection('options').includeLines === true;
	return {
		...(filter ? { q: JSON.stringify(filter) } : {}),
		order: JSON.stringify(orderOf(form)),
		...(wantsLines ? { lines: 'true' } : {}),
	};
}

async function filterOf(
	form: FormReader,
	client: ApiClient,
	type: RecordType,
): Promise<IDataObject | undefined> {
	const options = form.collection('options');
	const rows = conditionRows({
		...(options.filters as IDataObject),
		...form.collection('filters'),
	});
	const raw = rawFilter(form, options.filterJson);
	if (raw && rows.length > 0) {
		throw form.refuse(
			'There are conditions and a JSON filter',
			'Only one of them can be sent: remove the conditions, or the option Filter (JSON).',
		);
	}
	if (raw || rows.length === 0) return raw;
	return buildQuery(form, rows, {
		isAnyEnough: options.match === 'any',
		fields: await knownFields(form, client, type, rows),
		timezone: crmTimezone(form),
	});
}

/**
 * The fields that conditions name, by name. The account is only asked when a condition names one that the built-in table
 * does not know.
 */
export async function knownFields(
	form: FormReader,
	client: ApiClient,
	type: RecordType,
	rows: readonly IDataObject[],
): Promise<ReadonlyMap<string, Field>> {
	const known = new Map(type.fields.map((field): [string, Field] => [field.name, field]));
	const names = rows.map(({ field }) => String(field ?? '').trim());
	if (names.every((name) => name === '' || known.has(name))) return known;
	for (const field of await fieldsOf(client, type, objectOf(form, type))) {
		known.set(field.name, field);
	}
	return known;
}

function rawFilter(form: FormReader, json: unknown): IDataObject | undefined {
	if (json === undefined || json === null || json === '' || json === '{}') return undefined;
	const parsed = typeof json === 'string' ? parsedJson(json) : json;
	if (isObject(parsed)) return Object.keys(parsed).length > 0 ? parsed : undefined;
	throw form.refuse(
		'The JSON filter is not a JSON object',
		'Write it like {"name": {"$con": "test"}, "type": "Customer"}.',
	);
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/**
 * Fields to sort by, the ID always last: pages are only sure to fit together under an order without ties, and the
 * server's own order is not documented.
 */
function orderOf(form: FormReader): IDataObject {
	const { sort } = form.collection('options');
	const rows = ((sort as IDataObject | undefined)?.fields ?? []) as IDataObject[];
	const order = new Map<string, string>();
	for (const { field, direction } of rows) {
		const name = String(field ?? '').trim();
		if (name === '') {
			throw form.refuse('A sort has no field', 'Choose the field, or remove the row.');
		}
		if (!order.has(name)) order.set(name, direction === 'desc' ? 'desc' : 'asc');
	}
	if (!order.has('id')) order.set('id', 'asc');
	return Object.fromEntries(order);
}
