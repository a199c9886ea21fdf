import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';
import { resourceMapperFields } from '../../support/nodeMethods';
import { automatic, BOTH_DOORS, byId, itemsOf, mapped, openAccount } from './account';

describe.each(BOTH_DOORS)('records of Spotler CRM through the %s door', (door) => {
	it('creates, reads, changes and deletes an account with the verbs of the document', async () => {
		const account = await openAccount();
		const [created] = await account.rows(
			{
				resource: 'account',
				operation: 'create',
				fields: mapped({ name: 'testing API', 'addresscounty/state': 'Kent' }),
			},
			{ door },
		);
		const recordId = byId(created.id);
		const [read] = await account.rows(
			{ resource: 'account', operation: 'get', recordId },
			{ door },
		);
		const [updated] = await account.rows(
			{ resource: 'account', operation: 'update', recordId, fields: mapped({ name: 'Updated' }) },
			{ door },
		);
		const [deleted] = await account.rows(
			{ resource: 'account', operation: 'delete', recordId },
			{ door },
		);

		expect(read).toEqual(created);
		expect(read).toMatchObject({ name: 'testing API', 'addresscounty/state': 'Kent' });
		expect(updated).toMatchObject({ name: 'Updated', 'addresscounty/state': 'Kent' });
		expect(deleted).toEqual({ id: created.id, deleted: true });
		const path = `/accounts/${String(created.id)}`;
		expect(account.calls()).toEqual([
			'POST /accounts',
			`GET ${path}`,
			`PATCH ${path}`,
			`DELETE ${path}`,
		]);
		expect(account.sandbox.violations).toEqual([]);
	});

	it('gives the whole envelope when it is asked for', async () => {
		const account = await openAccount();
		const { id } = account.sandbox.store.insert('accounts', { name: 'One' });
		const [row] = await account.rows(
			{
				resource: 'account',
				operation: 'get',
				recordId: byId(id),
				options: { rawEnvelope: true },
			},
			{ door },
		);
		expect(row).toMatchObject({
			metadata: { url: `/accounts/${String(id)}`, record_type: 'account', parent: null },
			record: { name: 'One' },
		});
	});

	it.each(['404', 'empty object', 'null record', 'empty'] as const)(
		'says that a record is not there when the server answers "%s"',
		async (missingRecord) => {
			const account = await openAccount({ switches: { missingRecord } });
			const complaint = await account.complaint(
				{ resource: 'contact', operation: 'get', recordId: byId(4711) },
				{ door },
			);
			expect(complaint).toContain('Spotler CRM has no such');
			expect(complaint).toContain('/contacts/4711');
			expect(account.sandbox.requests).toHaveLength(1);
		},
	);

	it.each(['object', 'empty'] as const)(
		'takes a deletion whose answer is "%s"',
		async (deleteBody) => {
			const account = await openAccount({ switches: { deleteBody } });
			const { id } = account.sandbox.store.insert('accounts', { name: 'One' });
			const rows = await account.rows(
				{ resource: 'account', operation: 'delete', recordId: byId(id) },
				{ door },
			);
			expect(rows).toEqual([{ id, deleted: true }]);
		},
	);

	it.each([200, 201] as const)('takes a change that is answered with %s', async (patchStatus) => {
		const account = await openAccount({ switches: { patchStatus } });
		const { id } = account.sandbox.store.insert('accounts', { name: 'One' });
		const [row] = await account.rows(
			{
				resource: 'account',
				operation: 'update',
				recordId: byId(id),
				fields: mapped({ name: 'Two' }),
			},
			{ door },
		);
		expect(row.name).toBe('Two');
	});

	it('sends field names with slashes and leading digits untouched, and custom fields by automatic mapping', async () => {
		const account = await openAccount();
		const row = {
			name: 'Odd names',
			'addresspostcode/zip': 'AB1 2CD',
			'2yearpolicy': true,
			abn: '51 824',
			unrelated: 'left out',
		};
		const [created] = await account.rows(
			{ resource: 'account', operation: 'create', fields: automatic() },
			{ door, items: itemsOf(row) },
		);
		expect(created).toMatchObject({
			'addresspostcode/zip': 'AB1 2CD',
			'2yearpolicy': 1,
			abn: '51 824',
		});
		expect(account.sandbox.requests.at(-1)?.body).toEqual({
			name: 'Odd names',
			'addresspostcode/zip': 'AB1 2CD',
			'2yearpolicy': 1,
			abn: '51 824',
		});
		expect(account.sandbox.violations).toEqual([]);
	});

	it.each(['record', 'item'] as const)(
		'puts opportunity lines into the record when the server puts them at the %s',
		async (linesAt) => {
			const account = await openAccount({ switches: { linesAt } });
			const { store } = account.sandbox;
			const { id } = store.insert('opportunities', { accountid: 1, name: 'Big one' });
			store.insert('opportunity_lines', { opportunityid: id, product: 'Seat', quantity: 3 });
			const options = { includeLines: true };
			const [one] = await account.rows(
				{ resource: 'opportunity', operation: 'get', recordId: byId(id), options },
				{ door },
			);
			const [listed] = await account.rows(
				{ resource: 'opportunity', operation: 'getMany', options },
				{ door },
			);
			const [without] = await account.rows(
				{ resource: 'opportunity', operation: 'getMany' },
				{ door },
			);
			expect(one.lines).toEqual([expect.objectContaining({ product: 'Seat', quantity: 3 })]);
			expect(listed.lines).toEqual(one.lines);
			expect(without).not.toHaveProperty('lines');
			expect(account.sandbox.violations).toEqual([]);
		},
	);

	it('works on custom objects by their name', async () => {
		const account = await openAccount();
		const base = { resource: 'customObject', objectName: ' /policies ' };
		const [created] = await account.rows(
			{ ...base, operation: 'create', fields: mapped({ accountid: 7, policynumber: 'P-1' }) },
			{ door },
		);
		const [updated] = await account.rows(
			{
				...base,
				operation: 'update',
				recordId: byId(created.id),
				fields: mapped({ policynumber: 'P-2' }),
			},
			{ door },
		);
		const listed = await account.rows({ ...base, operation: 'getMany' }, { door });
		expect(updated).toMatchObject({ id: created.id, policynumber: 'P-2' });
		expect(listed).toEqual([updated]);
		expect(account.sandbox.violations).toEqual([]);
	});

	it('finds a user in the list, which is all that is known to exist', async () => {
		const account = await openAccount();
		const id = account.sandbox.store.me;
		const rows = await account.rows(
			{ resource: 'user', operation: 'get', recordId: byId(id) },
			{ door },
		);
		expect(rows).toEqual([expect.objectContaining({ id, first: 'Ada' })]);
		expect(account.calls()).toEqual(['GET /users']);
		const complaint = await account.complaint(
			{ resource: 'user', operation: 'get', recordId: byId(5) },
			{ door },
		);
		expect(complaint).toContain('Spotler CRM has no such user');
		expect(account.sandbox.alerts).toEqual([]);
	});
});

describe('values that are written', () => {
	it('keeps dates without a zone as they are and converts the others to the CRM time zone', async () => {
		const account = await openAccount();
		const write = async (date: string, timezone?: string) => {
			const [row] = await account.rows(
				{
					resource: 'activity',
					operation: 'create',
					fields: mapped({ date }),
					options: timezone ? { timezone } : {},
				},
				{ timezone: 'America/New_York' },
			);
			return row.date;
		};
		expect(await write('2026-03-29 01:30:00')).toBe('2026-03-29 01:30:00');
		expect(await write('2026-07-01T12:00:00', 'Europe/London')).toBe('2026-07-01 12:00:00');
		expect(await write('2026-07-01T12:00:00Z')).toBe('2026-07-01 12:00:00');
		expect(await write('2026-07-01T12:00:00Z', 'Europe/London')).toBe('2026-07-01 13:00:00');
		expect(account.sandbox.violations).toEqual([]);
	});

	it('tells days from moments by the form, and by the data dictionary for fields of the account', async () => {
		const account = await openAccount();
		const write = async (resource: string, value: IDataObject) => {
			const form = account.form({ resource, operation: 'create' });
			const { fields } = await resourceMapperFields(new SpotlerCrm(), 'getFields', form);
			const schema = fields.map((field) => ({ ...field, removed: !(field.id in value) }));
			const mapper = { ...mapped(value), schema } as unknown as INodeParameters;
			await account.rows(
				{ resource, operation: 'create', fields: mapper },
				{ timezone: 'America/New_York' },
			);
			return account.sandbox.requests.at(-1)?.body;
		};
		const picked = '2026-01-31T00:00:00';
		expect(await write('account', { name: 'A', renewal: picked, leadscore: '5' })).toEqual({
			name: 'A',
			renewal: '2026-01-31',
			leadscore: 5,
		});
		expect(await write('opportunity', { accountid: 1, closedate: picked })).toEqual({
			accountid: 1,
			closedate: '2026-01-31',
		});
		expect(await write('activity', { date: '2026-07-01T09:00:00' })).toEqual({
			date: '2026-07-01 09:00:00',
		});
		expect(await write('activity', { date: '2026-07-01T09:00:00+02:00' })).toEqual({
			date: '2026-07-01 07:00:00',
		});
		expect(account.sandbox.violations).toEqual([]);
	});

	it('refuses a time zone that does not exist before anything is sent', async () => {
		const account = await openAccount();
		const complaint = await account.complaint({
			resource: 'activity',
			operation: 'create',
			fields: mapped({ type: 'Call' }),
			options: { timezone: 'Mars/Base' },
		});
		expect(complaint).toContain('"Mars/Base" is not a time zone');
		expect(account.sandbox.requests).toEqual([]);
	});

	it('clears a field with null, and gives the record as it is when there is nothing to change', async () => {
		const account = await openAccount();
		const { id } = account.sandbox.store.insert('activities', { date: '2026-01-01 00:00:00' });
		const [row] = await account.rows({
			resource: 'activity',
			operation: 'update',
			recordId: byId(id),
			fields: mapped({ date: '' }),
			options: { simplify: false },
		});
		expect(row.date).toBeNull();
		const [unchanged] = await account.rows({
			resource: 'activity',
			operation: 'update',
			recordId: byId(id),
			fields: mapped({}),
			options: { simplify: false },
		});
		expect(unchanged).toEqual(row);
		expect(account.calls()).toEqual([`PATCH /activities/${id}`, `GET /activities/${id}`]);
	});

	it('names required fields that are missing without asking the server', async () => {
		const account = await openAccount();
		const complaint = await account.complaint({
			resource: 'account',
			operation: 'create',
			fields: mapped({ phone: '1' }),
		});
		expect(complaint).toContain('Name is missing');
		expect(account.sandbox.requests).toEqual([]);
	});
});
