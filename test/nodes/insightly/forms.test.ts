import type { INodeParameters } from 'n8n-workflow';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { resourceMapperFields, loadOptions, listSearch } from '../../support/nodeMethods';
import { openAccount } from './account';

const form = (parameters: INodeParameters) => ({
	resource: 'contact',
	operation: 'get',
	...parameters,
});

describe('the list of records in a locator', () => {
	it('shows names with their IDs, page by page', async () => {
		const { sandbox, credentials } = await openAccount({ records: { contacts: 130 } });
		const first = await listSearch(new Insightly(), 'searchRecords', {
			parameters: form({}),
			credentials,
		});
		const second = await listSearch(new Insightly(), 'searchRecords', {
			parameters: form({}),
			credentials,
			paginationToken: String(first.paginationToken),
		});
		const shown = [...first.results, ...second.results].map(({ value }) => value);
		expect(shown).toEqual(sandbox.store.all('Contacts').map((row) => row.CONTACT_ID));
		expect(second.paginationToken).toBeUndefined();
		expect(sandbox.violations).toEqual([]);
	});

	it('finds a part of a name, although the API only finds whole values', async () => {
		const { sandbox, credentials } = await openAccount({ records: { contacts: 600 } });
		const { CONTACT_ID } = sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Zacharias',
			LAST_NAME: 'Quux',
		});
		const { results } = await listSearch(new Insightly(), 'searchRecords', {
			parameters: form({}),
			credentials,
			filter: 'rias qu',
		});
		expect(results).toEqual([{ name: 'Zacharias Quux', value: CONTACT_ID }]);
	});

	it.each([
		['contact', 'Contacts', 'EMAIL_ADDRESS'],
		['lead', 'Leads', 'EMAIL'],
	])('tells each %s from others of the same name', async (resource, collection, emailKey) => {
		const { sandbox, credentials } = await openAccount();
		const ada = { FIRST_NAME: 'Ada', LAST_NAME: 'Lovelace' };
		const [first, second] = [ada, ada].map((row) => sandbox.store.insert(collection, row));
		sandbox.store.insert(collection, { ...ada, [emailKey]: 'ada@example.com' });
		const idOf = (row: object) =>
			String((row as Record<string, unknown>)[`${resource.toUpperCase()}_ID`]);
		for (const filter of [undefined, 'love']) {
			const { results } = await listSearch(new Insightly(), 'searchRecords', {
				parameters: form({ resource }),
				credentials,
				filter,
			});
			expect(results.map(({ name }) => name)).toEqual([
				`Ada Lovelace (${idOf(first)})`,
				`Ada Lovelace (${idOf(second)})`,
				'Ada Lovelace (ada@example.com)',
			]);
		}
	});

	it('finds by e-mail address and by ID', async () => {
		const { sandbox, credentials } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Ada',
			EMAIL_ADDRESS: 'ada@example.com',
		});
		for (const typed of ['ADA@example.com', String(CONTACT_ID)]) {
			const { results } = await listSearch(new Insightly(), 'searchRecords', {
				parameters: form({}),
				credentials,
				filter: typed,
			});
			expect(results.map(({ value }) => value)).toEqual([CONTACT_ID]);
		}
	});
});

describe('the fields of a form', () => {
	const fields = async (parameters: INodeParameters, options = {}) => {
		const { credentials, sandbox } = await openAccount({ seed: 'company', ...options });
		const mapper = await resourceMapperFields(new Insightly(), 'getFields', {
			parameters: form(parameters),
			credentials,
		});
		return { sandbox, fields: mapper.fields };
	};

	it('hold the standard fields and the account’s own, required ones first', async () => {
		const { fields: shown, sandbox } = await fields({ operation: 'create' });
		const names = shown.map(({ id }) => id);
		expect(shown[0]).toMatchObject({ id: 'FIRST_NAME', required: true });
		expect(names).toContain('EMAIL_ADDRESS');
		const custom = sandbox.store.customFieldsOf('Contacts').filter((row) => row.EDITABLE !== false);
		const sent = custom.filter((row) => row.FIELD_TYPE !== 'AUTONUMBER');
		expect(names).toEqual(expect.arrayContaining(sent.map((row) => row.FIELD_NAME)));
		expect(sandbox.violations).toEqual([]);
	});

	it('leave out what the API would not take', async () => {
		const { fields: shown } = await fields({ operation: 'create' });
		const names = shown.map(({ id }) => id);
		expect(names).not.toContain('CONTACT_ID');
		expect(names).not.toContain('DATE_UPDATED_UTC');
	});

	it('leave out the fields of other objects, which the API answers for a name it does not know', async () => {
		const { credentials, sandbox } = await openAccount({ seed: 'company' });
		sandbox.faults.next({
			match: { path: /^\/CustomFields/ },
			fault: {
				kind: 'status',
				status: 200,
				headers: { 'Content-Type': 'application/json' },
				text: JSON.stringify([
					{ FIELD_NAME: 'Ours__c', FIELD_FOR: 'CONTACT', FIELD_LABEL: 'Ours', FIELD_TYPE: 'TEXT' },
					{ FIELD_NAME: 'Theirs__c', FIELD_FOR: 'LEAD', FIELD_LABEL: 'Theirs', FIELD_TYPE: 'TEXT' },
				]),
			},
		});
		const { fields: shown } = await resourceMapperFields(new Insightly(), 'getFields', {
			parameters: form({ operation: 'create' }),
			credentials,
		});
		const names = shown.map(({ id }) => id);
		expect(names).toContain('Ours__c');
		expect(names).not.toContain('Theirs__c');
	});

	it('require nothing when a record is updated', async () => {
		const { fields: shown } = await fields({ operation: 'update' });
		expect(shown.filter(({ required }) => required)).toEqual([]);
	});

	it('offer users, and the choices of dropdowns', async () => {
		const { fields: shown, sandbox } = await fields({ operation: 'create' });
		const owner = shown.find(({ id }) => id === 'OWNER_USER_ID');
		const users = sandbox.store.all('Users').filter(({ ACTIVE }) => ACTIVE !== false);
		expect(owner?.type).toBe('options');
		expect(owner?.options).toHaveLength(users.length);
		const dropdown = sandbox.store
			.customFieldsOf('Contacts')
			.find(({ FIELD_TYPE }) => FIELD_TYPE === 'DROPDOWN');
		const shownDropdown = shown.find(({ id }) => id === dropdown?.FIELD_NAME);
		expect(shownDropdown?.type).toBe('options');
		expect(shownDropdown?.options?.length).toBeGreaterThan(0);
	});

	it('take a plain ID where the list of users may not be read', async () => {
		const { fields: shown } = await fields(
			{ operation: 'create' },
			{ switches: { denied: ['Users'] } },
		);
		expect(shown.find(({ id }) => id === 'OWNER_USER_ID')?.type).toBe('number');
	});

	it('show the field that Create or Update matches on from the start', async () => {
		const { fields: shown } = await fields({ operation: 'upsert' });
		expect(shown.filter(({ required }) => required).map(({ id }) => id)).toEqual(['EMAIL_ADDRESS']);
		expect(shown[0].id).toBe('EMAIL_ADDRESS');
	});

	it.each([
		{ resource: 'customObjectRecord', operation: 'create' },
		{ resource: 'translation', operation: 'create', recordType: 'customObjectRecord' },
	])('are a hint while no custom object is chosen: %j', async (parameters) => {
		const { credentials, sandbox } = await openAccount();
		const mapper = await resourceMapperFields(new Insightly(), 'getFields', {
			parameters,
			credentials,
		});
		expect(mapper).toEqual({ fields: [], emptyFieldsNotice: 'Choose a custom object first.' });
		expect(sandbox.requests).toEqual([]);
	});

	it('name the field that Create or Update matches on by itself: EMAIL for leads', async () => {
		const { fields: shown } = await fields({ resource: 'lead', operation: 'upsert' });
		expect(shown.filter(({ defaultMatch }) => defaultMatch).map(({ id }) => id)).toEqual(['EMAIL']);
		expect(shown.every(({ canBeUsedToMatch }) => typeof canBeUsedToMatch === 'boolean')).toBe(true);
	});
});

describe('the fields that a search can look for', () => {
	it('are standard and custom ones, in order of their labels', async () => {
		const { credentials, sandbox } = await openAccount({ seed: 'company' });
		const options = await loadOptions(new Insightly(), 'getSearchFields', {
			parameters: form({ operation: 'getMany' }),
			credentials,
		});
		const labels = options.map(({ name }) => name);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
		const [custom] = sandbox.store.customFieldsOf('Contacts');
		expect(options.map(({ value }) => value)).toEqual(
			expect.arrayContaining(['EMAIL_ADDRESS', custom.FIELD_NAME]),
		);
	});
});
