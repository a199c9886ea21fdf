import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';
import type { DictionaryShape, LookupShape } from '../../../sandbox/spotler';
import { listSearch, loadOptions, resourceMapperFields } from '../../support/nodeMethods';
import { openAccount, type SpotlerAccount } from './account';

const DICTIONARIES: DictionaryShape[] = [
	'list',
	'array',
	'records',
	'fields',
	'items',
	'data',
	'record',
	'keyed',
	'keyed types',
];

const LOOKUPS: LookupShape[] = ['items', 'array', 'list', 'texts', 'records', 'keyed'];

const create = { resource: 'account', operation: 'create' };

const fieldsOf = async (account: SpotlerAccount, parameters: Record<string, string> = create) =>
	(await resourceMapperFields(new SpotlerCrm(), 'getFields', account.form(parameters))).fields;

describe('the fields of a form', () => {
	it.each(DICTIONARIES)('come from a data dictionary in the shape "%s"', async (dictionary) => {
		const account = await openAccount({ switches: { dictionary } });
		const fields = await fieldsOf(account);
		const byName = new Map(fields.map((field) => [field.id, field]));
		expect(byName.has('addresscounty/state')).toBe(true);
		expect(byName.get('2yearpolicy')?.type).toBe('boolean');
		expect(byName.get('renewal')?.type).toBe('dateTime');
		expect(byName.get('incomecategory')?.options?.map(({ value }) => value)).toEqual([
			'Low',
			'High',
		]);
		expect(byName.get('ownerid')?.options?.map(({ name }) => name)).toEqual([
			'Ada Lovelace',
			'Grace Hopper',
		]);
		expect(byName.has('id') || byName.has('modifieddate')).toBe(false);
		if (dictionary !== 'keyed types') expect(byName.get('name')?.required).toBe(true);
		expect(byName.get('phone')?.required).toBe(false);
		expect(account.sandbox.violations).toEqual([]);
		expect(account.sandbox.alerts).toEqual([]);
	});

	it.each(['useless', 'refused'] as const)(
		'come from a sample record when the dictionary is %s, completed by the built-in table',
		async (dictionary) => {
			const account = await openAccount({ switches: { dictionary } });
			account.sandbox.store.insert('accounts', { name: 'Sample', renewal: '2026-01-01' });
			const names = (await fieldsOf(account)).map(({ id }) => id);
			expect(names).toEqual(expect.arrayContaining(['name', 'abn', '2yearpolicy', 'slaid']));
			expect(names).not.toContain('createddate');
		},
	);

	it('come from the built-in table when there is neither dictionary nor record', async () => {
		const account = await openAccount({ switches: { dictionary: 'useless' } });
		const fields = await fieldsOf(account);
		expect(fields.map(({ id }) => id)).toContain('addresspostcode/zip');
		expect(fields.find(({ id }) => id === 'name')).toMatchObject({ required: true });
	});

	it('are not looked for in other places when nobody is let in', async () => {
		const account = await openAccount();
		account.sandbox.tokens.accepts = () => false;
		await expect(fieldsOf(account)).rejects.toThrow('did not accept the access token');
		expect(account.sandbox.requests).toHaveLength(1);
	});

	it('of custom objects come by their name', async () => {
		const account = await openAccount();
		const parameters = { resource: 'customObject', operation: 'upsert', objectName: 'policies' };
		const fields = await fieldsOf(account, parameters);
		expect(fields.find(({ id }) => id === 'policynumber')).toMatchObject({
			canBeUsedToMatch: true,
		});
	});

	it.each(['', '={{ $json.name }}'])(
		'of a custom object named "%s" are a hint instead of a refusal',
		async (objectName) => {
			const account = await openAccount();
			const form = account.form({ resource: 'customObject', operation: 'create', objectName });
			const mapper = await resourceMapperFields(new SpotlerCrm(), 'getFields', form);
			expect(mapper).toEqual({
				fields: [],
				emptyFieldsNotice: expect.stringContaining('Give the object name first'),
			});
			expect(account.sandbox.requests).toEqual([]);
		},
	);

	it('show the field that Create or Update matches on from the start', async () => {
		const account = await openAccount();
		const fields = await fieldsOf(account, { resource: 'contact', operation: 'upsert' });
		expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual(['email']);
		expect(fields[0]).toMatchObject({ id: 'email', defaultMatch: true });
	});

	it('ask for a lookup list once, even when it is refused', async () => {
		const account = await openAccount();
		account.sandbox.store.lookups.clear();
		await fieldsOf(account);
		await fieldsOf(account);
		const asked = account.calls().filter((call) => call === 'GET /lookup/accounts/type');
		expect(asked).toHaveLength(1);
	});
});

describe('lookup lists', () => {
	it.each(LOOKUPS)(
		'in the shape "%s" are offered in the filter row of their field',
		async (lookup) => {
			const account = await openAccount({ switches: { lookup } });
			const conditions = [{ field: 'type', operator: 'equals' }];
			const search = async (filter?: string) => {
				const parameters = { resource: 'account', operation: 'getMany', filters: { conditions } };
				const { results } = await listSearch(new SpotlerCrm(), 'searchLookupValues', {
					...account.form(parameters),
					path: 'parameters.filters.conditions[0].value',
					filter,
				});
				return results.map(({ value }) => value);
			};
			expect(await search()).toEqual(['Customer', 'Prospect', 'Partner']);
			expect(await search('pro')).toEqual(['Prospect']);
			const rows = await account.rows({
				resource: 'lookupList',
				operation: 'getValues',
				objectName: 'accounts',
				fieldName: 'type',
			});
			expect(rows[0]).toEqual({ id: 'Customer', value: 'Customer' });
		},
	);

	it('take new values, each once', async () => {
		const account = await openAccount();
		const rows = await account.rows({
			resource: 'lookupList',
			operation: 'appendValues',
			listName: 'accounts_type',
			values: 'Reseller\nReseller\n Press ',
		});
		expect(rows.map(({ id }) => id)).toEqual(['Reseller', 'Press']);
		expect(account.sandbox.store.lookups.get('accounts_type')).toContain('Press');
		expect(account.sandbox.violations).toEqual([]);
	});
});

describe('the data dictionary', () => {
	it.each(DICTIONARIES)('in the shape "%s" becomes one item per field', async (dictionary) => {
		const account = await openAccount({ switches: { dictionary } });
		const rows = await account.rows({
			resource: 'dataDictionary',
			operation: 'getFields',
			objectName: 'contacts',
		});
		expect(rows.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['id', 'accountid', 'addresscounty/state', 'modifieddate']),
		);
		expect(String(rows.find(({ name }) => name === 'leftcompany')?.type)).toBe('flag');
	});

	it('lists every field for filters and only lists for lookups', async () => {
		const account = await openAccount();
		const all = await loadOptions(new SpotlerCrm(), 'getObjectFields', account.form(create));
		const lookups = await loadOptions(
			new SpotlerCrm(),
			'getLookupFields',
			account.form({ resource: 'lookupList', operation: 'getValues', objectName: 'accounts' }),
		);
		expect(all.map(({ value }) => value)).toContain('modifieddate');
		expect(lookups.map(({ value }) => value).sort()).toEqual([
			'incomecategory',
			'sector',
			'source',
			'type',
		]);
	});
});

describe('the list of records', () => {
	it.each([1, 0] as const)(
		'shows each once, newest first, when pages count from %s',
		async (pageBase) => {
			const account = await openAccount({ switches: { pageBase } });
			const made = account.sandbox.store.importMany('accounts', 250, (index) => ({
				name: `N ${index}`,
			}));
			const shown: unknown[] = [];
			let paginationToken: string | undefined;
			do {
				const form = account.form({ resource: 'account', operation: 'get' });
				const page = await listSearch(new SpotlerCrm(), 'searchRecords', {
					...form,
					paginationToken,
				});
				shown.push(...page.results.map(({ value }) => value));
				paginationToken = page.paginationToken as string | undefined;
			} while (paginationToken !== undefined);
			expect(shown).toEqual(made.map(({ id }) => id).reverse());
			expect(account.sandbox.violations).toEqual([]);
		},
	);

	it('tells contacts of the same name apart', async () => {
		const account = await openAccount();
		const { store } = account.sandbox;
		const ada = { accountid: 1, first: 'Ada', last: 'Lovelace' };
		const first = store.insert('contacts', ada);
		const second = store.insert('contacts', ada);
		store.insert('contacts', { ...ada, email: 'ada@example.com' });
		const form = account.form({ resource: 'contact', operation: 'get' });
		for (const filter of [undefined, 'love']) {
			const { results } = await listSearch(new SpotlerCrm(), 'searchRecords', { ...form, filter });
			expect(results.map(({ name }) => name).sort()).toEqual(
				[
					`Ada Lovelace (${Number(first.id)})`,
					`Ada Lovelace (${Number(second.id)})`,
					'Ada Lovelace (ada@example.com)',
				].sort(),
			);
		}
	});

	it('finds records by part of a name or by ID', async () => {
		const account = await openAccount();
		const { store } = account.sandbox;
		const ada = store.insert('contacts', { accountid: 1, first: 'Ada', last: 'Lovelace' });
		store.insert('contacts', { accountid: 1, first: 'Alan', last: 'Turing' });
		const find = async (filter: string) => {
			const form = account.form({ resource: 'contact', operation: 'get' });
			const { results } = await listSearch(new SpotlerCrm(), 'searchRecords', { ...form, filter });
			return results;
		};
		expect(await find('love')).toEqual([{ name: 'Ada Lovelace', value: ada.id }]);
		expect(await find(String(ada.id))).toEqual([{ name: 'Ada Lovelace', value: ada.id }]);
		expect(await find('nobody')).toEqual([]);
		store.update('contacts', Number(ada.id), { email: 'ada@example.com' });
		expect(await find('ada@')).toEqual([{ name: 'Ada Lovelace (ada@example.com)', value: ada.id }]);
		expect(account.sandbox.alerts).toEqual([]);
	});
});
