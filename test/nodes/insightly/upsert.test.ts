import {
	BOTH_DOORS,
	automatic,
	itemsOf,
	mapped,
	openAccount,
	type InsightlyAccount,
} from './account';

const upsert = (fields: Record<string, unknown>, matchOn = 'EMAIL_ADDRESS', resource = 'contact') =>
	({ resource, operation: 'upsert', fields: mapped(fields as never, matchOn) }) as never;

const ada = { FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'ada@example.com' };

describe.each(BOTH_DOORS)('Create or Update, through the %s door', (door) => {
	it('creates when no record matches', async () => {
		const { rows, sandbox } = await openAccount();
		expect(await rows(upsert(ada), { door })).toEqual([expect.objectContaining(ada)]);
		expect(sandbox.store.all('Contacts')).toHaveLength(1);
	});

	it('updates the one record that matches, and nothing else of it', async () => {
		const { rows, sandbox } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', { ...ada, TITLE: 'Countess' });
		await rows(upsert({ FIRST_NAME: 'Augusta', EMAIL_ADDRESS: 'ada@example.com' }), { door });
		expect(sandbox.store.all('Contacts')).toEqual([
			expect.objectContaining({ CONTACT_ID, FIRST_NAME: 'Augusta', TITLE: 'Countess' }),
		]);
	});

	it('writes nothing when several match, and names them', async () => {
		const { run, sandbox } = await openAccount();
		const first = sandbox.store.insert('Contacts', ada).CONTACT_ID;
		const second = sandbox.store.insert('Contacts', ada).CONTACT_ID;
		const { error } = await run(upsert(ada), { door });
		expect(error?.message).toContain('Several contacts');
		expect(error?.description).toContain(`${first}, ${second}`);
		expect(sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
	});

	it('changes nothing when it is run twice', async () => {
		const { rows, sandbox } = await openAccount();
		await rows(upsert(ada), { door });
		await rows(upsert(ada), { door });
		expect(sandbox.store.all('Contacts')).toHaveLength(1);
	});

	it('makes one record of many items with the same value, and the last item wins', async () => {
		const { rows, sandbox } = await openAccount();
		const items = itemsOf(
			...Array.from({ length: 12 }, (_, index) => ({
				FIRST_NAME: `Ada ${index}`,
				EMAIL_ADDRESS: 'ada@example.com',
			})),
		);
		await rows(
			{ resource: 'contact', operation: 'upsert', fields: automatic('EMAIL_ADDRESS') },
			{ door, items },
		);
		expect(sandbox.store.all('Contacts')).toEqual([
			expect.objectContaining({ FIRST_NAME: 'Ada 11' }),
		]);
	});
});

describe('Create or Update', () => {
	it('refuses an item whose field to match on is empty, before anything is sent', async () => {
		const { run, sandbox } = await openAccount();
		const { error } = await run(upsert({ FIRST_NAME: 'Ada', EMAIL_ADDRESS: '' }));
		expect(error).toMatchObject({
			message: 'The field to match on, Email Address (EMAIL_ADDRESS), is empty',
		});
		expect(sandbox.requests).toEqual([]);
	});

	it('calls a field of the account what its form calls it', async () => {
		const { run, sandbox } = await openAccount();
		sandbox.store.insert('CustomFields', {
			FIELD_NAME: 'Badge__c',
			FIELD_FOR: 'CONTACT',
			FIELD_LABEL: 'Badge',
			FIELD_TYPE: 'TEXT',
		});
		const schema = [{ id: 'Badge__c', displayName: 'Badge', type: 'string', removed: false }];
		const fields = { ...mapped({ FIRST_NAME: 'Ada', Badge__c: '' }, 'Badge__c'), schema };
		const { error } = await run({ resource: 'contact', operation: 'upsert', fields } as never);
		expect(error?.message).toBe('The field to match on, Badge (Badge__c), is empty');
	});

	it('matches leads on EMAIL, which contacts call EMAIL_ADDRESS', async () => {
		const { rows, sandbox } = await openAccount();
		sandbox.store.insert('Leads', { LAST_NAME: 'King', EMAIL: 'ada@example.com' });
		await rows(upsert({ LAST_NAME: 'Lovelace', EMAIL: 'ada@example.com' }, 'EMAIL', 'lead'));
		expect(sandbox.store.all('Leads')).toEqual([
			expect.objectContaining({ LAST_NAME: 'Lovelace' }),
		]);
	});

	it('searches, compares and stores a match value without the blanks around it', async () => {
		const { rows, sandbox } = await openAccount();
		sandbox.store.insert('Contacts', ada);
		await rows(upsert({ FIRST_NAME: 'Augusta', EMAIL_ADDRESS: ' ADA@example.com\u00a0' }));
		expect(sandbox.store.all('Contacts')).toEqual([
			expect.objectContaining({ FIRST_NAME: 'Augusta', EMAIL_ADDRESS: 'ADA@example.com' }),
		]);
		expect(sandbox.requests[0].path).toContain('/Contacts/Search');
	});

	it.each(['upsert', 'findOrCreate'])(
		'%s refuses a match value of nothing but blanks',
		async (operation) => {
			const { run, sandbox } = await openAccount();
			const blank = upsert({ FIRST_NAME: 'Ada', EMAIL_ADDRESS: ' \t\u00a0' });
			const { error } = await run({ ...(blank as object), operation } as never);
			expect(error?.message).toContain('is empty');
			expect(sandbox.requests).toEqual([]);
		},
	);
});

describe.each(['upsert', 'findOrCreate'])('%s, soon after it has created a record', (operation) => {
	const again = { ...(upsert({ ...ada, TITLE: 'Countess' }) as object), operation } as never;

	it('makes another one when that has another address by now', async () => {
		const { rows, sandbox } = await openAccount();
		const [{ CONTACT_ID: id }] = await rows(again);
		sandbox.store.update('Contacts', Number(id), { EMAIL_ADDRESS: 'x@example.com', TITLE: 'Mr' });
		const [row] = await rows(again);
		expect(row.CONTACT_ID).not.toBe(id);
		expect(sandbox.store.get('Contacts', Number(id))).toMatchObject({ TITLE: 'Mr' });
	});

	it('makes another one when that was deleted', async () => {
		const { rows, sandbox } = await openAccount();
		const [{ CONTACT_ID: id }] = await rows(again);
		sandbox.store.remove('Contacts', Number(id));
		expect(await rows(again)).toEqual([expect.objectContaining(ada)]);
		expect(sandbox.store.all('Contacts')).toHaveLength(1);
	});
});

describe.each(['upsert', 'findOrCreate'])(
	'%s writes nothing because of a search that',
	(operation) => {
		const answered = async (body: unknown) => {
			const account = await openAccount();
			account.sandbox.store.insert('Contacts', {
				FIRST_NAME: 'Eve',
				EMAIL_ADDRESS: 'eve@example.com',
			});
			account.sandbox.faults.next({
				match: { path: '/Contacts/Search' },
				fault: {
					kind: 'status',
					status: 200,
					headers: { 'Content-Type': 'application/json' },
					text: JSON.stringify(body),
				},
			});
			const { error } = await account.run({ ...(upsert(ada) as object), operation } as never);
			expect(account.sandbox.store.all('Contacts').map((row) => row.FIRST_NAME)).toEqual(['Eve']);
			expect(account.sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
			return error?.message;
		};

		it('answers another question', async () => {
			const eve = { CONTACT_ID: 1, FIRST_NAME: 'Eve', EMAIL_ADDRESS: 'eve@example.com' };
			expect(await answered([eve])).toContain('answered the search with other contacts');
		});

		it.each([{}, { Message: 'Try again later' }, null, [null], ['x'], 5])(
			'gives no list: %j',
			async (body) => {
				expect(await answered(body)).toMatch(/so nothing was written|something other than/);
			},
		);

		it.each([undefined, null, 0, -5, 'abc', 1.5, 1e300])(
			'finds a record with the ID %p',
			async (CONTACT_ID) => {
				expect(await answered([{ ...ada, CONTACT_ID }])).toContain('a record that has no valid ID');
			},
		);
	},
);

/** The search does not know of new records yet. */
const blind = (sandbox: InsightlyAccount['sandbox']) =>
	sandbox.faults.next({
		match: { path: '/Contacts/Search' },
		fault: {
			kind: 'status',
			status: 200,
			headers: { 'Content-Type': 'application/json' },
			text: '[]',
		},
	});

describe.each(['upsert', 'findOrCreate'])(
	'%s, while the search does not know a new record yet',
	(operation) => {
		const made = async () => {
			const account = await openAccount();
			const parameters = { ...(upsert(ada) as object), operation } as never;
			const [row] = await account.rows(parameters);
			blind(account.sandbox);
			return { ...account, parameters, id: Number(row.CONTACT_ID) };
		};

		it('takes the one that it has just made', async () => {
			const { rows, parameters, id, sandbox } = await made();
			expect(await rows(parameters)).toEqual([expect.objectContaining({ CONTACT_ID: id })]);
			expect(sandbox.store.all('Contacts')).toHaveLength(1);
		});

		it('leaves that one alone once it has another value', async () => {
			const { rows, parameters, id, sandbox } = await made();
			sandbox.store.update('Contacts', id, { FIRST_NAME: 'Eve', EMAIL_ADDRESS: 'eve@example.com' });
			await rows(parameters);
			expect(sandbox.store.all('Contacts').map((row) => row.FIRST_NAME)).toEqual(['Eve', 'Ada']);
		});

		it('makes a new one once that one is deleted', async () => {
			const { rows, parameters, id, sandbox } = await made();
			sandbox.store.remove('Contacts', id);
			await rows(parameters);
			expect(sandbox.store.all('Contacts')).toEqual([expect.objectContaining(ada)]);
		});
	},
);

describe("Create or Update by the partner's ID first, by the email address second", () => {
	const partner = { FIELD_NAME: 'Partner_ID__c', FIELD_FOR: 'CONTACT', FIELD_TYPE: 'TEXT' };
	const described = { ...partner, FIELD_LABEL: 'Partner ID', EDITABLE: true, VISIBLE: true };

	async function openWithPartners() {
		const account = await openAccount();
		account.sandbox.store.insert('CustomFields', { ...described, FIELD_ORDER: 1 });
		return account;
	}

	const write = (fields: Record<string, unknown>) => ({
		...(upsert(fields, 'Partner_ID__c') as object),
		options: { otherwiseMatchOn: 'EMAIL_ADDRESS' },
	});

	const known = (Partner_ID__c: string) => ({
		...ada,
		CUSTOMFIELDS: [{ FIELD_NAME: 'Partner_ID__c', FIELD_VALUE: Partner_ID__c }],
	});

	it('finds a record whose email address has changed since', async () => {
		const { rows, sandbox } = await openWithPartners();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', known('77'));
		await rows(write({ Partner_ID__c: '77', FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'new@example.com' }));
		expect(sandbox.store.all('Contacts')).toEqual([
			expect.objectContaining({ CONTACT_ID, EMAIL_ADDRESS: 'new@example.com' }),
		]);
	});

	it('finds a record without a partner by its email address, and gives it its partner', async () => {
		const { rows, sandbox } = await openWithPartners();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', ada);
		const [written] = await rows(write({ ...ada, Partner_ID__c: '77' }));
		expect(written).toMatchObject({ CONTACT_ID, Partner_ID__c: '77' });
		expect(sandbox.store.all('Contacts')).toHaveLength(1);
	});

	it('leaves the partner of another record alone, and creates one of its own', async () => {
		const { rows, sandbox } = await openWithPartners();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', known('77'));
		const [written] = await rows(write({ ...ada, Partner_ID__c: '78' }));
		expect(written.CONTACT_ID).not.toBe(CONTACT_ID);
		const { CUSTOMFIELDS } = sandbox.store.get('Contacts', Number(CONTACT_ID)) ?? {};
		expect(CUSTOMFIELDS).toContainEqual(
			expect.objectContaining({ FIELD_NAME: 'Partner_ID__c', FIELD_VALUE: '77' }),
		);
	});

	it('goes by the email address alone where an item knows no partner', async () => {
		const { rows, sandbox } = await openWithPartners();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', known('77'));
		const [written] = await rows(
			write({ FIRST_NAME: 'Augusta', EMAIL_ADDRESS: ada.EMAIL_ADDRESS }),
		);
		expect(written).toMatchObject({ CONTACT_ID, FIRST_NAME: 'Augusta', Partner_ID__c: '77' });
	});

	it('makes one record of several items that know no partner', async () => {
		const { rows, sandbox } = await openWithPartners();
		const items = itemsOf({ name: 'One' }, { name: 'Two' }, { name: 'Three' });
		const fields = { FIRST_NAME: '={{ $json.name }}', EMAIL_ADDRESS: ada.EMAIL_ADDRESS };
		await rows(write(fields), { items });
		expect(sandbox.store.all('Contacts')).toEqual([
			expect.objectContaining({ FIRST_NAME: 'Three' }),
		]);
	});

	it('goes by the ID that an item knows before everything else, if there is such a record', async () => {
		const { rows, sandbox } = await openWithPartners();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		const by = (knownId: string) => ({
			...write({ ...ada, Partner_ID__c: '77' }),
			options: { otherwiseMatchOn: 'EMAIL_ADDRESS', knownId },
		});
		const [known] = await rows(by(String(CONTACT_ID)));
		expect(known).toMatchObject({ CONTACT_ID, ...ada, Partner_ID__c: '77' });
		const [found] = await rows(by('999'));
		expect(found).toMatchObject({ CONTACT_ID, unchanged: true });
		expect(sandbox.store.all('Contacts')).toHaveLength(1);
	});

	it('refuses a known ID that is none, before anything is sent', async () => {
		const { run, sandbox } = await openWithPartners();
		const { error } = await run({ ...write(ada), options: { knownId: 'x/../y' } });
		expect(error?.message).toBe('"x/../y" in Record ID If Known is not an ID');
		expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('refuses an item that has neither', async () => {
		const { run, sandbox } = await openWithPartners();
		const { error } = await run(write({ FIRST_NAME: 'Ada' }));
		expect(error?.message).toContain('The field to match on');
		expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});
});
