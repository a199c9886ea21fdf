import { automatic, byId, itemsOf, mapped, openAccount } from './account';

const update = (id: unknown, fields: Record<string, unknown>, options = {}) =>
	({
		resource: 'contact',
		operation: 'update',
		recordId: byId(id),
		fields: mapped(fields as never),
		options,
	}) as never;

describe('dates', () => {
	it('are sent as yyyy-MM-dd HH:mm:ss in UTC, whatever form they come in', async () => {
		const { rows, sandbox } = await openAccount();
		const forms = [
			'2026-07-01T14:30:00Z',
			'2026-07-01T16:30:00+02:00',
			'2026-07-01T10:30:00',
			'2026-07-01 10:30',
		];
		await rows(
			{ resource: 'task', operation: 'create', fields: automatic() },
			{
				timezone: 'America/New_York',
				items: itemsOf(...forms.map((REMINDER_DATE_UTC) => ({ TITLE: 'x', REMINDER_DATE_UTC }))),
			},
		);
		const stored = sandbox.store.all('Tasks').map((row) => row.REMINDER_DATE_UTC);
		expect(stored).toEqual(forms.map(() => '2026-07-01 14:30:00'));
		expect(sandbox.violations).toEqual([]);
	});

	it('that are days stay the same day in every zone', async () => {
		const { rows, sandbox } = await openAccount();
		await rows(
			{
				resource: 'task',
				operation: 'create',
				fields: mapped({ TITLE: 'x', DUE_DATE: '2026-07-01T00:00:00' }),
			},
			{ timezone: 'Europe/Berlin' },
		);
		expect(sandbox.store.all('Tasks')[0].DUE_DATE).toBe('2026-07-01 00:00:00');
	});
});

describe('custom fields', () => {
	const open = async (options = {}) => {
		const account = await openAccount({ seed: 'company', ...options });
		const types = account.sandbox.store.customFieldsOf('Contacts');
		const named = (type: string) =>
			String(types.find(({ FIELD_TYPE }) => FIELD_TYPE === type)?.FIELD_NAME);
		return { ...account, named };
	};

	it('go into a list of their own, each in the form of its type', async () => {
		const { rows, sandbox, named } = await open();
		const [made] = await rows({
			resource: 'contact',
			operation: 'create',
			fields: mapped({
				FIRST_NAME: 'Ada',
				[named('TEXT')]: 'blue',
				[named('NUMERIC')]: '12.5',
				[named('BIT')]: 'true',
				[named('DATE')]: '2026-07-01',
			}),
		});
		expect(made).toMatchObject({
			[named('TEXT')]: 'blue',
			[named('NUMERIC')]: 12.5,
			[named('BIT')]: true,
			[named('DATE')]: '2026-07-01 00:00:00',
		});
		expect(sandbox.violations).toEqual([]);
	});

	it.each(['merge', 'replace'] as const)(
		'that an update does not name survive it, on a server that would %s them',
		async (customFieldsOnPut) => {
			const { rows, sandbox, named } = await open({ switches: { customFieldsOnPut } });
			const entry = (name: string, FIELD_VALUE: string | number) => ({
				FIELD_NAME: name,
				FIELD_VALUE,
				CUSTOM_FIELD_ID: name,
			});
			const ids = [1, 2].map(
				() =>
					sandbox.store.insert('Contacts', {
						FIRST_NAME: 'Ada',
						CUSTOMFIELDS: [entry(named('TEXT'), 'blue'), entry(named('NUMERIC'), 7)],
					}).CONTACT_ID,
			);
			for (const id of ids) {
				const [row] = await rows(update(id, { [named('TEXT')]: 'green' }));
				expect(row).toMatchObject({ [named('TEXT')]: 'green', [named('NUMERIC')]: 7 });
			}
			expect(sandbox.violations).toEqual([]);
		},
	);

	it('that do not exist are refused before anything is written', async () => {
		const { run, sandbox } = await open();
		const { error } = await run({
			resource: 'contact',
			operation: 'create',
			fields: mapped({ FIRST_NAME: 'Ada', Nowhere__c: 1 }),
		});
		expect(error).toMatchObject({ message: 'Contact has no field Nowhere__c' });
		expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});
});

describe('optimistic locking', () => {
	it.each([400, 412] as const)(
		'says that the record was changed meanwhile, when the server answers %i',
		async (ifMatchStatus) => {
			const { rows, run, sandbox } = await openAccount({ switches: { ifMatchStatus } });
			const { CONTACT_ID } = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
			const [{ ETag }] = await rows({
				resource: 'contact',
				operation: 'get',
				recordId: byId(CONTACT_ID),
			});
			await rows(update(CONTACT_ID, { FIRST_NAME: 'Augusta' }, { ifMatch: ETag }));
			const { error } = await run(update(CONTACT_ID, { FIRST_NAME: 'Late' }, { ifMatch: ETag }));
			expect(error).toMatchObject({
				message: expect.stringMatching(/^The record was changed meanwhile, so it was not updated/),
			});
			expect(sandbox.store.all('Contacts')[0].FIRST_NAME).toBe('Augusta');
		},
	);
});

describe('fields', () => {
	it('that were added to the form and left empty in an update stay as they are', async () => {
		const { rows, sandbox } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Ada',
			TITLE: 'Countess',
		});
		await rows(update(CONTACT_ID, { FIRST_NAME: 'Augusta', TITLE: null }));
		expect(sandbox.store.all('Contacts')[0].TITLE).toBe('Countess');
	});

	it('are cleared by an empty text in a form and by null from the input', async () => {
		const { rows, sandbox } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Ada',
			TITLE: 'Countess',
			DATE_OF_BIRTH: '1815-12-10 00:00:00',
			PHONE: '1',
		});
		await rows(update(CONTACT_ID, { TITLE: '', DATE_OF_BIRTH: '' }));
		await rows(
			{
				resource: 'contact',
				operation: 'update',
				recordId: byId(CONTACT_ID),
				fields: automatic(),
			},
			{ items: itemsOf({ PHONE: null, unrelated: 'x' }) },
		);
		const [stored] = sandbox.store.all('Contacts');
		expect(stored.TITLE ?? '').toBe('');
		expect(stored.DATE_OF_BIRTH).toBeNull();
		expect(stored.PHONE).toBeNull();
		expect(sandbox.violations).toEqual([]);
	});
});
