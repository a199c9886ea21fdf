import type { IDataObject } from 'n8n-workflow';

import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';
import type { SpotlerSandbox } from '../../../sandbox/spotler';
import { betweenPages, hintsOf } from '../../support/betweenPages';
import { listSearch, resourceMapperFields } from '../../support/nodeMethods';
import {
	BOTH_DOORS,
	byId,
	condition,
	filters,
	itemsOf,
	mapped,
	openAccount,
	type SpotlerAccount,
} from './account';

const everything = { resource: 'campaign', operation: 'getMany', returnAll: true };

const fill = ({ store }: SpotlerSandbox, count: number, object = 'campaigns') =>
	store.importMany(object, count, (index) => ({ name: `N ${index}` })).map(({ id }) => id);

/** The next response of a list is this, whatever was asked for. */
const answer = (account: SpotlerAccount, body: unknown, method = 'GET') =>
	account.sandbox.faults.next({
		match: { method },
		fault: { kind: 'status', status: 200, text: JSON.stringify(body) },
	});

const silent = { omitHasMore: true, omitTotal: true };

describe.each(BOTH_DOORS)('a list through the %s door', (door) => {
	it.each([
		['says how it goes on', {}],
		['only tells the total', { omitHasMore: true }],
		['only tells whether more follows', { omitTotal: true }],
		['tells nothing', silent],
	])('comes whole in pages shorter than asked for, where the server %s', async (_how, told) => {
		for (const pageBase of [1, 0] as const) {
			const account = await openAccount({ switches: { ...told, pageBase, largestPage: 40 } });
			const ids = fill(account.sandbox, 250);
			const rows = await account.rows(everything, { door });
			const some = await account.rows({ ...everything, returnAll: false, limit: 90 }, { door });
			expect(rows.map(({ id }) => id)).toEqual(ids);
			expect(some.map(({ id }) => id)).toEqual(ids.slice(0, 90));
			expect(account.sandbox.violations).toEqual([]);
		}
	});

	it('is followed where more records are counted than a page that calls itself the last one has', async () => {
		const account = await openAccount({ switches: { deniesMore: true } });
		const ids = fill(account.sandbox, 250);
		const rows = await account.rows(everything, { door });
		expect(rows.map(({ id }) => id)).toEqual(ids);
	});

	it.each([[{}], [{ list: null }], [{ metadata: { total_count: 3 } }], [{ detail: 'Sorry' }]])(
		'is refused when it is %j instead of a list',
		async (body) => {
			const account = await openAccount();
			answer(account, body);
			expect(await account.complaint(everything, { door })).toContain(
				'something other than a list',
			);
		},
	);

	it('is refused when the server says that it goes on and sends the same page for ever', async () => {
		const account = await openAccount();
		const page = {
			metadata: { total_count: 500, has_more: true },
			list: [{ record: { id: 1, name: 'Same' } }],
		};
		for (let times = 0; times < 5; times++) answer(account, page);
		expect(await account.complaint(everything, { door })).toContain('sends the same page again');
	});

	it('ends when records without IDs come again', async () => {
		const account = await openAccount();
		const page = { list: [{ record: { name: 'Nameless' } }] };
		for (let times = 0; times < 5; times++) answer(account, page);
		expect(await account.rows(everything, { door })).toEqual([{ name: 'Nameless' }]);
	});
});

describe.each(BOTH_DOORS)('a record through the %s door', (door) => {
	it('is refused when it is another one than was asked for', async () => {
		const account = await openAccount();
		answer(account, { record: { id: 8, name: 'Another' } });
		const parameters = { resource: 'account', operation: 'get', recordId: byId(7) };
		expect(await account.complaint(parameters, { door })).toContain('another account');
	});

	it.each([
		[{ list: null }],
		[{ metadata: { total_count: 1 } }],
		[{ list: [{ record: { id: 3, email: 'other@example.com' } }] }],
		[{ list: [{ record: { email: 'ada@example.com' } }] }],
	])('is neither made nor changed when the search for it gives %j', async (body) => {
		const account = await openAccount();
		answer(account, body);
		const complaint = await account.complaint(
			{
				resource: 'contact',
				operation: 'upsert',
				fields: mapped({ email: 'ada@example.com', accountid: 1 }, 'email'),
			},
			{ door },
		);
		expect(complaint).toContain('nothing was written');
		expect(account.calls()).toEqual(['GET /contacts']);
	});
});

describe('filters', () => {
	const getMany = (row: IDataObject) => ({
		resource: 'account',
		operation: 'getMany',
		filters: filters(row),
	});

	it.each([
		condition('name', 'equals', '={{ $json.value }}'),
		{ field: 'leadscore', operator: 'between', from: '={{ $json.value }}', to: '9' },
		{ field: 'type', operator: 'oneOf', values: '={{ [$json.value] }}' },
	])('take no object for a value, because it would pass for an operator: %j', async (row) => {
		const account = await openAccount();
		const items = itemsOf({ value: { $con: '' } });
		expect(await account.complaint(getMany(row), { items })).toContain('needs a single value');
		expect(account.sandbox.requests).toEqual([]);
	});

	it.each(['__proto__', 'constructor'])('on a field called %s are sent', async (name) => {
		const account = await openAccount({ switches: { unknownField: 'ignore' } });
		const row = { field: '={{ $json.name }}', operator: 'equals', value: '5' };
		await account.run(getMany(row), { items: itemsOf({ name }) });
		const { q } = account.sandbox.requests.at(-1)!.query;
		expect(q).toBe(`{"${name}":"5"}`);
	});
});

describe('a refusal with nested rules', () => {
	it('is readable and not longer than anybody reads', async () => {
		const account = await openAccount();
		const validation = {
			lines: [{ Each: [{ product: ['Required'] }] }],
			name: Array.from({ length: 500 }, () => 'x'.repeat(5_000)),
		};
		account.sandbox.faults.next({
			match: { method: 'POST' },
			fault: { kind: 'status', status: 422, text: JSON.stringify({ code: 422, validation }) },
		});
		const complaint = await account.complaint({
			resource: 'account',
			operation: 'create',
			fields: mapped({ name: 'X' }),
		});
		expect(complaint).toContain('lines: Each ({"product":["Required"]})');
		expect(complaint).not.toContain('[object Object]');
		expect(complaint.length).toBeLessThan(20_000);
	});
});

describe('lists in forms', () => {
	it('offer every user who is not deactivated, however many there are', async () => {
		const account = await openAccount();
		const { store } = account.sandbox;
		store.importMany('users', 250, (index) => ({
			first: 'User',
			last: String(index),
			live: index % 2,
		}));
		const form = account.form({ resource: 'account', operation: 'create' });
		const { fields } = await resourceMapperFields(new SpotlerCrm(), 'getFields', form);
		const owners = fields.find(({ id }) => id === 'ownerid')?.options ?? [];
		expect(owners.filter(({ name }) => String(name).startsWith('User '))).toHaveLength(125);
	});

	it.each([[{}], [{ omitHasMore: true }], [silent]])(
		'show every record when pages are short and the server is %j',
		async (told) => {
			const account = await openAccount({ switches: { ...told, largestPage: 40 } });
			const made = fill(account.sandbox, 100, 'accounts');
			const shown: unknown[] = [];
			let paginationToken: string | undefined;
			do {
				const page = await listSearch(new SpotlerCrm(), 'searchRecords', {
					...account.form({ resource: 'account', operation: 'get' }),
					paginationToken,
				});
				shown.push(...page.results.map(({ value }) => value));
				paginationToken = page.paginationToken as string | undefined;
			} while (paginationToken !== undefined);
			expect(shown).toEqual([...made].reverse());
		},
	);
});

describe('a list that lacks records', () => {
	it('says so beside the output', async () => {
		const account = await openAccount({ switches: { extraTotal: 4 } });
		fill(account.sandbox, 120);
		const result = await account.run(everything);
		expect(result.items).toHaveLength(120);
		expect(hintsOf(result)).toEqual([expect.stringContaining('Spotler CRM counts 4 more')]);
	});

	it('loses none of the records that stay when others are deleted between its pages', async () => {
		for (const pageBase of [1, 0] as const) {
			const account = await openAccount({ switches: { pageBase } });
			const ids = fill(account.sandbox, 350);
			betweenPages(account.sandbox.faults, /campaigns/, (page) => {
				if (page < 4) account.sandbox.store.remove('campaigns', Number(ids[page * 7]));
			});
			const found = (await account.rows(everything)).map(({ id }) => id);
			expect(new Set(found).size).toBe(found.length);
			const stayed = ids.filter((_id, index) => ![7, 14, 21].includes(index));
			expect(stayed.filter((id) => !found.includes(id))).toEqual([]);
		}
	});
});

describe('searches that several items share', () => {
	it.each([[{}], [silent]])(
		'make no duplicates where pages are shorter than asked for and the server is %j',
		async (told) => {
			const account = await openAccount({ switches: { ...told, largestPage: 5 } });
			const { store } = account.sandbox;
			const names = Array.from({ length: 12 }, (_, index) => `Company ${index}`);
			for (const name of names) store.insert('accounts', { name });
			const before = store.all('accounts').length;
			await account.rows(
				{
					resource: 'account',
					operation: 'upsert',
					fields: mapped({ name: '={{ $json.name }}', phone: '1' }, 'name'),
				},
				{ items: itemsOf(...names.map((name) => ({ name }))) },
			);
			expect(store.all('accounts')).toHaveLength(before);
		},
	);
});
