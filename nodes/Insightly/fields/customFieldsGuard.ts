import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { rowsOf } from '../../shared/request/rows';
import type { OperationResult } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { RecordType } from '../resources/types';

/**
 * Whether PUT keeps the custom fields that the body does not name is documented nowhere. This looks before it leaps: the
 * first update of an account that names some custom fields reads the record first and compares afterwards; what got
 * lost is written back at once. What was learnt about the account is kept, so later updates cost one request.
 */
type PutBehaviour = 'keeps' | 'replaces';

const learnt = new Map<string, PutBehaviour>();

interface Before {
	id: number;
	/** Where the record is written. */
	path: string;
	customFields: IDataObject[];
	sent: IDataObject[];
}

const befores = new WeakMap<ItemContext, Before>();

/** Call before PUT: reads what could get lost, and adds it to the body where the account is known to replace the list. */
export async function guardCustomFields(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	id: number,
	body: IDataObject,
	path: string = type.path,
): Promise<void> {
	const sent = body.CUSTOMFIELDS as IDataObject[] | undefined;
	if (!sent || learnt.get(client.account) === 'keeps') return;
	const { body: record } = await client.send({ method: 'GET', path: `${type.path}/${id}` });
	const before = { id, path, customFields: customFieldsIn(rowsOf(record)[0]), sent };
	if (learnt.get(client.account) === 'replaces') body.CUSTOMFIELDS = completed(before);
	else befores.set(item, before);
}

/** Call after PUT: compares, learns, and writes back what got lost. Returns the answer that holds in the end. */
export async function restoreCustomFields(
	answer: OperationResult,
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
): Promise<OperationResult> {
	const before = befores.get(item);
	const after = answer.rows[0];
	if (!before || !after || !Array.isArray(after.CUSTOMFIELDS)) return answer;
	const others = othersWithValue(before);
	if (others.length === 0) return answer;

	const now = valuesByName(customFieldsIn(after));
	const isKept = others.every(({ FIELD_NAME: name }) => hasValue(now.get(String(name))));
	learnt.set(client.account, isKept ? 'keeps' : 'replaces');
	if (isKept) return answer;
	const response = await client.send({
		method: 'PUT',
		path: before.path,
		body: { [type.idKey]: before.id, CUSTOMFIELDS: completed(before) },
	});
	return { rows: rowsOf(response.body), response };
}

const customFieldsIn = (record: IDataObject | undefined): IDataObject[] =>
	Array.isArray(record?.CUSTOMFIELDS) ? (record.CUSTOMFIELDS as IDataObject[]) : [];

const hasValue = (value: unknown): boolean =>
	value !== undefined && value !== null && value !== '' && value !== false;

const valuesByName = (entries: IDataObject[]): Map<string, unknown> =>
	new Map(entries.map(({ FIELD_NAME, FIELD_VALUE }) => [String(FIELD_NAME), FIELD_VALUE]));

function othersWithValue({ customFields, sent }: Before): IDataObject[] {
	const named = valuesByName(sent);
	return customFields.filter(
		({ FIELD_NAME, FIELD_VALUE }) => !named.has(String(FIELD_NAME)) && hasValue(FIELD_VALUE),
	);
}

const completed = (before: Before): IDataObject[] => [
	...before.sent,
	...othersWithValue(before).map(({ FIELD_NAME, FIELD_VALUE }) => ({ FIELD_NAME, FIELD_VALUE })),
];
