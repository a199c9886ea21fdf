import type { IDataObject } from 'n8n-workflow';

import { recordTypes } from '../../../nodes/Insightly/resources';
import { offers, type RecordType } from '../../../nodes/Insightly/resources/types';
import { recordTypes as specification } from '../../../sandbox/insightly/spec';
import { resourceOf } from '../../../sandbox/insightly/resources';
import type { JsonObject, JsonValue } from '../../../sandbox/shared/json';
import { EDGES, ZONES } from '../../support/edgesOfTime';
import { EMAILS } from '../../support/emails';
import { automatic, itemsOf, mapped, openAccount, type InsightlyAccount } from './account';
import { OBJECT, World } from './walk/world';

/** Types whose records can be read and changed by their own ID. */
const types = recordTypes.filter((type) => offers(type, 'get') && offers(type, 'update'));

/** What the service sets itself with every write, the last one from the bid. */
const OF_WRITING = ['DATE_UPDATED_UTC', 'LAST_UPDATED_UTC', 'ETag', 'OPPORTUNITY_VALUE'];

const NUMBERS_OF_CUSTOM_FIELDS = 12.5;

describe('Get, then Update unchanged', () => {
	it.each(types.map((type) => [type.plural, type] as const))(
		'changes nothing in %s, in any zone, mapped automatically or field by field',
		async (_name, type) => {
			const { account, before, read } = await readRecords(type);
			for (const timezone of ZONES) {
				expect(await update(account, type, read, timezone, automatic())).toHaveLength(read.length);
				expect([timezone, stored(account, type)]).toEqual([timezone, before]);
			}
			const names = writableNames(type, read[0]);
			const value = Object.fromEntries(names.map((name) => [name, `={{ $json["${name}"] }}`]));
			await update(account, type, read, 'America/New_York', mapped(value));
			expect(stored(account, type)).toEqual(before);
			expect(account.sandbox.violations).toEqual([]);
		},
	);
});

interface Read {
	account: InsightlyAccount;
	before: JsonObject[];
	read: IDataObject[];
}

/** Records of the type, one for each edge of time, as they are stored and as Get gives them. */
async function readRecords(type: RecordType): Promise<Read> {
	const account = await openAccount({ seed: 'company', records: { contacts: 3 } });
	const world = new World(account.sandbox);
	const collection = world.collection(type);
	for (const { id } of account.sandbox.store
		.all(collection)
		.map((row) => ({ id: row[type.idKey] }))) {
		if (collection !== 'Users') account.sandbox.store.remove(collection, Number(id));
	}
	for (const edge of EDGES) fill(account, collection, world.record(type), type, edge);
	const before = stored(account, type);
	const read = await account.rows(
		{ ...chosen(type), operation: 'get', recordId: byExpression(type) },
		{ items: itemsOf(...before.map((row) => ({ [type.idKey]: row[type.idKey] }) as IDataObject)) },
	);
	return { account, before, read };
}

const chosen = (type: RecordType) => ({
	resource: type.value,
	...(type.named ? { customObject: { __rl: true, mode: 'id', value: OBJECT } } : {}),
});

const byExpression = ({ idKey }: RecordType) => ({
	__rl: true,
	mode: 'id',
	value: `={{ $json.${idKey} }}`,
});

/** Gives every field that can be written a value, and every moment the edge. */
function fill(
	{ sandbox }: InsightlyAccount,
	collection: string,
	row: JsonObject,
	{ idKey }: RecordType,
	edge: string,
): void {
	const fields = specification[resourceOf(collection).type];
	const changes: Record<string, JsonValue> = {};
	for (const [name, { type, write, maxLength }] of Object.entries(fields)) {
		if (write === 'none' || name === idKey) continue;
		if (type === 'string:date-time') changes[name] = edge;
		else if (type === 'string' && /EMAIL/.test(name)) {
			changes[name] = EMAILS[EDGES.findIndex((one) => one === edge) % EMAILS.length];
		} else if (row[name] !== null) continue;
		else if (type === 'string' && !/_ID$|STATE|STATUS|BID_TYPE|COLOR|VISIBLE/.test(name)) {
			changes[name] = ' 0049, "x"; 1e3 '.slice(0, maxLength);
		} else if (type === 'boolean') changes[name] = true;
		else if (type === 'number') changes[name] = -0.125;
	}
	if (Array.isArray(row.TAGS)) changes.TAGS = [{ TAG_NAME: 'vip' }, { TAG_NAME: 'key account' }];
	if (Array.isArray(row.CUSTOMFIELDS))
		changes.CUSTOMFIELDS = filledFields(sandbox, collection, edge);
	sandbox.store.update(collection, Number(row[idKey]), changes);
}

function filledFields(
	{ store }: InsightlyAccount['sandbox'],
	collection: string,
	edge: string,
): JsonObject[] {
	return store.customFieldsOf(collection).flatMap((field) => {
		const options = (field.CUSTOM_FIELD_OPTIONS ?? []) as Array<{ OPTION_VALUE: string }>;
		const values: Record<string, JsonValue> = {
			BIT: true,
			NUMERIC: NUMBERS_OF_CUSTOM_FIELDS,
			PERCENT: NUMBERS_OF_CUSTOM_FIELDS,
			DATE: `${edge.slice(0, 10)} 00:00:00`,
			DATETIME: edge,
			DROPDOWN: options[0]?.OPTION_VALUE ?? null,
			MULTISELECT: options.map(({ OPTION_VALUE }) => OPTION_VALUE).join(';') || null,
			TEXT: ' 007 ',
			MULTILINETEXT: 'a\nb, c; d',
		};
		const value = values[String(field.FIELD_TYPE)];
		return value === undefined ? [] : [{ FIELD_NAME: field.FIELD_NAME, FIELD_VALUE: value }];
	});
}

/** The records as they are stored, without what every write changes. */
function stored({ sandbox }: InsightlyAccount, type: RecordType): JsonObject[] {
	const collection = type.path.replace('/', '').replace('{objectName}', OBJECT);
	return sandbox.store
		.all(collection)
		.map((row) =>
			Object.fromEntries(Object.entries(row).filter(([name]) => !OF_WRITING.includes(name))),
		);
}

async function update(
	{ rows }: InsightlyAccount,
	type: RecordType,
	read: IDataObject[],
	timezone: string,
	fields: ReturnType<typeof automatic>,
): Promise<IDataObject[]> {
	return await rows(
		{ ...chosen(type), operation: 'update', recordId: byExpression(type), fields },
		{ items: itemsOf(...read), timezone },
	);
}

/** What a form would offer: fields that can be written, of those that came. */
function writableNames(type: RecordType, row: IDataObject): string[] {
	const known = new Map(type.fields.map((field) => [field.name, field]));
	return Object.keys(row).filter((name) => {
		const field = known.get(name);
		if (field) return !field.readOnly && field.in !== 'create';
		return name.endsWith('__c') && name !== 'Reference_No__c';
	});
}
