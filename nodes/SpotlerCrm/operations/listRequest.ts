import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../shared/fields/types';
import type { ItemContext } from '../../shared/form/itemContext';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';
import { fieldsOf } from '../fields/dictionary';
import { crmTimezone } from '../api/formats';
import { buildQuery, conditionRows } from '../fields/filterQuery';
import type { RecordType } from '../resources/types';

/**
 * A list request from the user's filters, order and options.
 * @throws NodeOperationError for a filter that cannot be right, before the list is asked for
 */
export async function listRequest(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	object: string,
): Promise<ApiRequest> {
	const query = await filterQuery(item, client, type, object);
	const wantsLines = type.hasLines === true && item.collection('options').includeLines === true;
	return {
		method: 'GET',
		path: `/${encodeURIComponent(object)}`,
		query: {
			...(query ? { q: JSON.stringify(query) } : {}),
			order: JSON.stringify(orderOf(item)),
			...(wantsLines ? { lines: 'true' } : {}),
		},
	};
}

async function filterQuery(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	object: string,
): Promise<IDataObject | undefined> {
	const options = item.collection('options');
	const rows = conditionRows({
		...(options.filters as IDataObject),
		...item.collection('filters'),
	});
	const raw = rawQuery(item, options.filterJson);
	if (raw && rows.length > 0) {
		throw item.refuse(
			'There are conditions and a JSON filter',
			'Only one of them can be sent: remove the conditions, or the option Filter (JSON).',
		);
	}
	if (raw || rows.length === 0) return raw;
	const known = await describedFields(client, type, object, rows);
	return buildQuery(rows, options.match === 'any', {
		refuse: item.refuse,
		fieldOf: (name) => known.get(name),
		timezone: crmTimezone(item),
	});
}

/** The account is only asked about its fields when a condition names one that the built-in table does not know. */
async function describedFields(
	client: ApiClient,
	type: RecordType,
	object: string,
	rows: readonly IDataObject[],
): Promise<Map<string, Field>> {
	const known = new Map(type.fields.map((field) => [field.name, field]));
	const names = rows.map(({ field }) => String(field ?? '').trim());
	const isKnown = names.every((name) => name === '' || known.has(name));
	if (isKnown) return known;
	const fields = await fieldsOf(client, type, object);
	return new Map([...known, ...fields.map((field): [string, Field] => [field.name, field])]);
}

function rawQuery(item: ItemContext, json: unknown): IDataObject | undefined {
	if (json === undefined || json === null || json === '' || json === '{}') return undefined;
	const parsed = typeof json === 'string' ? parsedJson(json) : json;
	if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
		return Object.keys(parsed).length > 0 ? (parsed as IDataObject) : undefined;
	}
	throw item.refuse(
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
function orderOf(item: ItemContext): IDataObject {
	const { sort } = item.collection('options');
	const rows = ((sort as IDataObject | undefined)?.fields ?? []) as IDataObject[];
	const order: IDataObject = {};
	for (const { field, direction } of rows) {
		const name = String(field ?? '').trim();
		if (name === '') {
			throw item.refuse('A sort has no field', 'Choose the field, or remove the row.');
		}
		order[name] ??= direction === 'desc' ? 'desc' : 'asc';
	}
	return { ...order, id: order.id ?? 'asc' };
}
