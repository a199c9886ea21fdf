import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, mapped } from '../../support/formValues';
import { openAccount, type InsightlyAccount } from './account';

const contact = (operation: string, values: IDataObject, more: INodeParameters = {}) => ({
	resource: 'contact',
	operation,
	fields: mapped(values, 'EMAIL_ADDRESS'),
	...more,
});

const ada = { FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'ada@example.com' };

const writes = ({ sandbox }: Pick<InsightlyAccount, 'sandbox'>) =>
	sandbox.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);

describe('a record that already says all that is mapped', () => {
	it('is left alone by Create or Update, without a request besides the search, and says so', async () => {
		const account = await openAccount();
		const { CONTACT_ID } = account.sandbox.store.insert('Contacts', {
			...ada,
			DATE_OF_BIRTH: '1815-12-10 00:00:00',
			TAGS: [{ TAG_NAME: 'B' }, { TAG_NAME: 'a' }],
		});
		const values = {
			...ada,
			DATE_OF_BIRTH: '1815-12-10',
			TAGS: 'A, b',
			EMAIL_OPTED_OUT: false,
			TITLE: '',
		};
		expect(await account.rows(contact('upsert', values))).toEqual([
			expect.objectContaining({ CONTACT_ID, unchanged: true }),
		]);
		expect(account.sandbox.requests).toHaveLength(1);
	});

	it('is written all the same where the option is off', async () => {
		const account = await openAccount();
		account.sandbox.store.insert('Contacts', ada);
		const [row] = await account.rows(
			contact('upsert', ada, { options: { skipIfUnchanged: false } }),
		);
		expect(row.unchanged).toBeUndefined();
		expect(writes(account)).toHaveLength(1);
	});

	it('is left alone by Update where the option is on', async () => {
		const account = await openAccount();
		const { CONTACT_ID } = account.sandbox.store.insert('Contacts', ada);
		const more = { recordId: byId(CONTACT_ID), options: { skipIfUnchanged: true } };
		expect(await account.rows(contact('update', ada, more))).toEqual([
			expect.objectContaining({ CONTACT_ID, unchanged: true }),
		]);
		await account.rows(contact('update', { ...ada, FIRST_NAME: 'Augusta' }, more));
		expect(writes(account)).toHaveLength(1);
	});

	it('counts its custom fields in their own types', async () => {
		const account = await openAccount({ seed: 'company' });
		const types = account.sandbox.store.customFieldsOf('Contacts');
		const named = (type: string) =>
			String(types.find(({ FIELD_TYPE }) => FIELD_TYPE === type)?.FIELD_NAME);
		const values = {
			[named('NUMERIC')]: '12.50',
			[named('BIT')]: 'yes',
			[named('DATE')]: '2026-07-01',
		};
		const parameters = contact('upsert', {
			...values,
			FIRST_NAME: 'Ada',
			EMAIL_ADDRESS: 'new@example.com',
		});
		await account.rows(parameters);
		const [again] = await account.rows(parameters);
		expect(again.unchanged).toBe(true);
		expect(writes(account)).toHaveLength(1);
	});
});

describe('a record that was changed later than the values', () => {
	const open = async (options = {}) => {
		const account = await openAccount(options);
		const { CONTACT_ID } = account.sandbox.store.insert('Contacts', {
			...ada,
			DATE_UPDATED_UTC: '2026-03-01 12:00:00',
		});
		const run = async (operation: string, notChangedSince: string) =>
			(
				await account.rows(
					contact(
						operation,
						{ ...ada, FIRST_NAME: 'Echo' },
						{
							recordId: byId(CONTACT_ID),
							options: { notChangedSince },
						},
					),
					{ timezone: 'America/New_York' },
				)
			)[0];
		return { ...account, run };
	};

	it.each(['upsert', 'update'])('is left alone by %s, and says so', async (operation) => {
		const account = await open();
		for (const moment of ['2026-03-01T11:59:59Z', '2026-03-01 11:59:59', '2026-03-01T06:59:59']) {
			expect(await account.run(operation, moment)).toMatchObject({
				FIRST_NAME: 'Ada',
				changedSince: true,
			});
		}
		expect(writes(account)).toEqual([]);
	});

	it.each(['upsert', 'update'])('is written by %s from that very moment on', async (operation) => {
		const account = await open();
		expect(await account.run(operation, '2026-03-01T12:00:00Z')).toMatchObject({
			FIRST_NAME: 'Echo',
		});
	});

	it.each([400, 412] as const)(
		'between reading and writing is left alone as well, when the server answers %i',
		async (ifMatchStatus) => {
			const account = await open({ switches: { ifMatchStatus } });
			account.sandbox.faults.next({
				match: { method: 'PUT', path: '/Contacts' },
				fault: {
					kind: 'status',
					status: ifMatchStatus,
					text: 'If-Match header value is not valid.',
				},
			});
			expect(await account.run('update', '2026-03-01T12:00:00Z')).toMatchObject({
				FIRST_NAME: 'Ada',
				changedSince: true,
			});
		},
	);

	it('needs a moment that is one', async () => {
		const account = await open();
		await expect(account.run('upsert', 'lately')).rejects.toMatchObject({
			message: '"lately" in Only If Not Changed Since is not a date',
		});
	});
});

describe('tags', () => {
	it.each(['upsert', 'update'])(
		'are added by %s where the option is on, else replaced',
		async (operation) => {
			const account = await openAccount();
			const { CONTACT_ID } = account.sandbox.store.insert('Contacts', {
				...ada,
				TAGS: [{ TAG_NAME: 'VIP' }],
			});
			const run = async (TAGS: string, options: INodeParameters) =>
				(
					await account.rows(
						contact(operation, { ...ada, TAGS }, { recordId: byId(CONTACT_ID), options }),
					)
				)[0].TAGS;
			expect(await run('vip, New', { addTags: true })).toEqual(['vip', 'New']);
			expect(await run('Only', {})).toEqual(['Only']);
		},
	);
});

describe('the organisation of a contact', () => {
	const named = (organisationName: string, values: IDataObject = ada) =>
		contact('upsert', values, { options: { organisationName } });

	it('is found by its name, whatever the letter case, or created', async () => {
		const { rows, sandbox } = await openAccount();
		const { ORGANISATION_ID } = sandbox.store.insert('Organisations', {
			ORGANISATION_NAME: 'Babbage',
		});
		expect(await rows(named(' babbage '))).toEqual([expect.objectContaining({ ORGANISATION_ID })]);
		const [moved] = await rows(named('Byron'));
		expect(sandbox.store.all('Organisations')).toEqual([
			expect.objectContaining({ ORGANISATION_NAME: 'Babbage' }),
			expect.objectContaining({
				ORGANISATION_NAME: 'Byron',
				ORGANISATION_ID: moved.ORGANISATION_ID,
			}),
		]);
	});

	it('is made once for many contacts', async () => {
		const { rows, sandbox } = await openAccount();
		const items = Array.from({ length: 8 }, (_, index) => ({
			json: { email: `${index}@example.com` },
		}));
		await rows(named('Babbage', { FIRST_NAME: 'Ada', EMAIL_ADDRESS: '={{ $json.email }}' }), {
			items,
		});
		expect(sandbox.store.all('Organisations')).toHaveLength(1);
		expect(sandbox.store.all('Contacts')).toHaveLength(8);
	});

	it('is not asked for where one is mapped', async () => {
		const { rows, sandbox } = await openAccount();
		const { ORGANISATION_ID } = sandbox.store.insert('Organisations', {
			ORGANISATION_NAME: 'Babbage',
		});
		await rows(named('Byron', { ...ada, ORGANISATION_ID } as IDataObject));
		expect(sandbox.store.all('Organisations')).toHaveLength(1);
	});
});
