import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { JsonObject } from '../../../sandbox/shared';
import {
	BOTH_DOORS,
	condition,
	filters,
	itemsOf,
	openAccount,
	type SpotlerAccount,
} from './account';

const getMany = (more: INodeParameters): INodeParameters => ({
	resource: 'account',
	operation: 'getMany',
	returnAll: true,
	...more,
});

async function openCompanies(): Promise<SpotlerAccount> {
	const account = await openAccount({ clock: '2026-05-01T12:00:00Z' });
	const { store, clock } = account.sandbox;
	const companies: JsonObject[] = [
		{ name: 'Alpha Design', type: 'Customer', leadscore: 10, sector: 'Design' },
		{ name: 'Beta Retail', type: 'Prospect', leadscore: 20, sector: 'Retail' },
		{ name: 'Gamma Design', type: 'Partner', leadscore: 30, sector: 'Design' },
		{ name: 'Delta', type: 'Customer', leadscore: 40, abn: '51' },
	];
	companies.forEach((values) => {
		store.insert('accounts', values);
		clock.advance(3_600_000);
	});
	return account;
}

const names = (rows: IDataObject[]) => rows.map(({ name }) => String(name).split(' ')[0]);

const several = (field: string, operator: string, values: unknown): IDataObject => ({
	field,
	operator,
	values: values as string,
});

const range = (field: string, from: unknown, to: unknown): IDataObject => ({
	field,
	operator: 'between',
	from: from as string,
	to: to as string,
});

it.each([' Delta', 'Delta ', '\tDelta\u00a0'])(
	'looks for what a filter names without the blanks around it: %j',
	async (name) => {
		const account = await openCompanies();
		const form = (operator: string) =>
			getMany({ filters: filters(condition('name', operator, name)) });
		expect(names(await account.rows(form('equals')))).toEqual(['Delta']);
		expect(names(await account.rows(form('startsWith')))).toEqual(['Delta']);
		const oneOf = filters(several('name', 'oneOf', [name, ' Nobody ']));
		expect(names(await account.rows(getMany({ filters: oneOf })))).toEqual(['Delta']);
	},
);

const CASES: Array<[IDataObject, IDataObject, string[]]> = [
	[condition('name', 'equals', 'Delta'), { name: 'Delta' }, ['Delta']],
	[condition('type', 'notEquals', 'Customer'), { type: { $not: 'Customer' } }, ['Beta', 'Gamma']],
	[
		several('type', 'oneOf', 'Partner, Prospect'),
		{ type: { $in: ['Partner', 'Prospect'] } },
		['Beta', 'Gamma'],
	],
	[
		several('leadscore', 'notOneOf', '10,20'),
		{ leadscore: { $nin: [10, 20] } },
		['Gamma', 'Delta'],
	],
	[condition('leadscore', 'greaterThan', '20'), { leadscore: { $gt: 20 } }, ['Gamma', 'Delta']],
	[
		condition('leadscore', 'greaterThanOrEqual', 30),
		{ leadscore: { $gte: 30 } },
		['Gamma', 'Delta'],
	],
	[condition('leadscore', 'lessThan', '20'), { leadscore: { $lt: 20 } }, ['Alpha']],
	[condition('leadscore', 'lessThanOrEqual', '20'), { leadscore: { $lte: 20 } }, ['Alpha', 'Beta']],
	[range('leadscore', '20', '30'), { leadscore: { $bt: [20, 30] } }, ['Beta', 'Gamma']],
	[condition('name', 'startsWith', 'Al'), { name: { $sw: 'Al' } }, ['Alpha']],
	[condition('name', 'endsWith', 'Design'), { name: { $ew: 'Design' } }, ['Alpha', 'Gamma']],
	[condition('name', 'contains', 'a D'), { name: { $con: 'a D' } }, ['Alpha', 'Gamma']],
];

describe.each(BOTH_DOORS)('the filter builder through the %s door', (door) => {
	it.each(CASES)('sends %j as %j', async (row, query, expected) => {
		const account = await openCompanies();
		const rows = await account.rows(getMany({ filters: filters(row) }), { door });
		expect(names(rows)).toEqual(expected);
		expect(JSON.parse(account.sandbox.requests[0].query.q)).toEqual(query);
		expect(account.sandbox.violations).toEqual([]);
	});

	it('combines conditions with AND or with OR', async () => {
		const account = await openCompanies();
		const both = filters(
			condition('type', 'equals', 'Customer'),
			condition('leadscore', 'greaterThan', 30),
		);
		const all = await account.rows(getMany({ filters: both }), { door });
		const any = await account.rows(getMany({ filters: both, options: { match: 'any' } }), { door });
		expect(names(all)).toEqual(['Delta']);
		expect(names(any)).toEqual(['Alpha', 'Delta']);
		expect(account.sandbox.requests.map(({ query }) => JSON.parse(query.q))).toEqual([
			{ type: 'Customer', leadscore: { $gt: 30 } },
			{ $or: [{ type: 'Customer' }, { leadscore: { $gt: 30 } }] },
		]);
		expect(account.sandbox.violations).toEqual([]);
	});
});

describe('conditions', () => {
	it('on one field become one operator where there is one', async () => {
		const account = await openCompanies();
		const rows = await account.rows(
			getMany({
				filters: filters(
					condition('leadscore', 'greaterThanOrEqual', 20),
					condition('leadscore', 'lessThanOrEqual', 30),
					condition('type', 'notEquals', 'Partner'),
					condition('type', 'notEquals', 'Customer'),
				),
			}),
		);
		expect(names(rows)).toEqual(['Beta']);
		expect(account.sandbox.violations).toEqual([]);
	});

	it('that cannot be said in one operator are refused before anything is sent', async () => {
		const account = await openCompanies();
		const complaint = await account.complaint(
			getMany({
				filters: filters(
					condition('leadscore', 'greaterThan', 20),
					condition('leadscore', 'lessThan', 30),
				),
			}),
		);
		expect(complaint).toContain('Two conditions on leadscore cannot be combined');
		expect(account.sandbox.requests).toEqual([]);
	});

	it.each([
		[condition('', 'equals', 'x'), 'A filter has no field'],
		[several('type', 'oneOf', ' '), 'has no values'],
		[range('leadscore', 1, ''), 'needs two values'],
		[condition('leadscore', 'greaterThan', 'many'), '"many" is not a number'],
		[condition('createddate', 'greaterThan', 'soon'), '"soon" is not a date'],
		[condition('name', 'like', 'x'), '"like" is not a comparison'],
		[condition('name', 'equals', { $gt: 1 } as never), 'has an object or a list'],
		[several('type', 'oneOf', ['a', { $gt: 1 }]), 'has an object or a list'],
	])('such as %j are refused in plain words', async (row, words) => {
		const account = await openCompanies();
		expect(await account.complaint(getMany({ filters: filters(row) }))).toContain(words);
		expect(account.sandbox.requests).toEqual([]);
	});

	it('take dates as they are, or in the CRM time zone when they carry a zone', async () => {
		const account = await openCompanies();
		const since = (value: string) => filters(condition('createddate', 'greaterThanOrEqual', value));
		const plain = await account.rows(getMany({ filters: since('2026-05-01 14:00:00') }));
		const zoned = await account.rows(
			getMany({
				filters: since('2026-05-01T14:00:00Z'),
				options: { timezone: 'Europe/London' },
			}),
		);
		const day = await account.rows(getMany({ filters: since('2026-05-02') }));
		expect(names(plain)).toEqual(['Gamma', 'Delta']);
		expect(names(zoned)).toEqual(['Delta']);
		expect(day).toEqual([]);
		expect(account.sandbox.violations).toEqual([]);
	});

	it('on fields of the account are typed by its data dictionary, which is asked once', async () => {
		const account = await openCompanies();
		const filter = filters(condition('2yearpolicy', 'equals', '={{ $json.flag }}'));
		const rows = await account.rows(getMany({ filters: filter }), {
			items: itemsOf({ flag: 'yes' }, { flag: '0' }),
		});
		expect(names(rows)).toEqual(['Alpha', 'Beta', 'Gamma', 'Delta']);
		const asked = account.calls().filter((call) => call.includes('datadictionary'));
		expect(asked).toEqual(['GET /datadictionary/accounts']);
		expect(account.sandbox.violations).toEqual([]);
	});

	it('can be replaced by the query language itself', async () => {
		const account = await openCompanies();
		const filterJson = '{"$or": [{"name": {"$sw": "A"}}, {"name": {"$sw": "B"}}]}';
		const rows = await account.rows(getMany({ options: { filterJson } }));
		expect(names(rows)).toEqual(['Alpha', 'Beta']);
		const complaint = await account.complaint(getMany({ options: { filterJson: '[1]' } }));
		expect(complaint).toContain('not a JSON object');
		const both = getMany({
			options: { filterJson },
			filters: filters(condition('name', 'equals', 'x')),
		});
		expect(await account.complaint(both)).toContain('conditions and a JSON filter');
	});

	it('stand among the options for custom objects', async () => {
		const account = await openAccount();
		account.sandbox.store.insert('policies', { accountid: 1, premium: 5 });
		account.sandbox.store.insert('policies', { accountid: 1, premium: 50 });
		const rows = await account.rows({
			resource: 'customObject',
			operation: 'getMany',
			objectName: 'policies',
			options: { filters: filters(condition('premium', 'lessThan', 10)) },
		});
		expect(rows.map(({ premium }) => premium)).toEqual([5]);
		expect(account.sandbox.violations).toEqual([]);
	});
});

describe('order', () => {
	it('follows several fields, with the ID last', async () => {
		const account = await openCompanies();
		const fields = [
			{ field: 'type', direction: 'desc' },
			{ field: 'leadscore', direction: 'desc' },
		];
		const rows = await account.rows(getMany({ options: { sort: { fields } } }));
		expect(names(rows)).toEqual(['Beta', 'Gamma', 'Delta', 'Alpha']);
		expect(account.sandbox.requests[0].query.order).toBe(
			'{"type":"desc","leadscore":"desc","id":"asc"}',
		);
	});
});
