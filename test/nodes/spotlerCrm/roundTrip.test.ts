import type { IDataObject } from 'n8n-workflow';

import { recordTypes, resources } from '../../../nodes/SpotlerCrm/resources';
import { objectNamed } from '../../../sandbox/spotler/objects';
import type { JsonObject, JsonValue } from '../../../sandbox/shared/json';
import { EDGES, ZONES } from '../../support/edgesOfTime';
import { EMAILS } from '../../support/emails';
import { automatic, itemsOf, mapped, openAccount, type SpotlerAccount } from './account';

/** Stands for all custom objects that an account may have. */
const CUSTOM = 'policies';

/** Types whose records can be read and changed. */
const writable = recordTypes.filter(({ value }) => {
	const verbs = resources.find((one) => one.value === value)?.operations.map((one) => one.value);
	return verbs?.includes('get') && verbs.includes('update');
});

const OF_WRITING = ['modifieddate', 'modified'];

describe('Get, then Update unchanged', () => {
	it.each(writable.map((type) => [type.plural, type] as const))(
		'changes nothing in %s, in any zone, mapped automatically or field by field',
		async (_name, type) => {
			const account = await openAccount();
			const object = type.isNamedByUser ? CUSTOM : type.object;
			const before = EDGES.map((edge) => fill(account, object, edge));
			const chosen = {
				resource: type.value,
				...(type.isNamedByUser ? { objectName: CUSTOM } : {}),
				recordId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			};
			const items = itemsOf(...before.map(({ id }) => ({ id }) as IDataObject));
			const read = await account.rows({ ...chosen, operation: 'get' }, { items });
			const update = async (fields: ReturnType<typeof automatic>, timezone: string) =>
				await account.rows(
					{ ...chosen, operation: 'update', fields },
					{ items: itemsOf(...read), timezone },
				);
			for (const timezone of ZONES) {
				expect(await update(automatic(), timezone)).toHaveLength(before.length);
				expect([timezone, stored(account, object)]).toEqual([timezone, before.map(lasting)]);
			}
			const value = Object.fromEntries(
				writableNames(object).map((name) => [name, `={{ $json["${name}"] }}`]),
			);
			await update(mapped(value), 'America/New_York');
			expect(stored(account, object)).toEqual(before.map(lasting));
			expect(account.sandbox.violations).toEqual([]);
		},
	);
});

const writableNames = (object: string): string[] =>
	(objectNamed(object)?.fields ?? []).filter(({ serverSet }) => !serverSet).map(({ name }) => name);

/** A record with a value in every field that can be written. */
function fill({ sandbox }: SpotlerAccount, object: string, edge: string): JsonObject {
	const values: Record<string, JsonValue> = {};
	for (const { name, type, serverSet, values: options } of objectNamed(object)?.fields ?? []) {
		if (serverSet) continue;
		if (type === 'datetime') values[name] = edge;
		else if (type === 'date') values[name] = edge.slice(0, 10);
		else if (type === 'flag') values[name] = 1;
		else if (type === 'number') values[name] = 12;
		else if (type === 'reference') values[name] = sandbox.store.me;
		else if (type === 'lookup') values[name] = options?.[0] ?? null;
		else if (/email/.test(name))
			values[name] = EMAILS[EDGES.findIndex((one) => one === edge) % EMAILS.length];
		else values[name] = ' 0049, "x"; 1e3 ';
	}
	return sandbox.store.insert(object, values);
}

const lasting = (row: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(row).filter(([name]) => !OF_WRITING.includes(name)));

const stored = ({ sandbox }: SpotlerAccount, object: string): JsonObject[] =>
	sandbox.store.all(object).map(lasting);
