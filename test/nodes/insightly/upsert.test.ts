import { BOTH_DOORS, automatic, itemsOf, mapped, openAccount } from './account';

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

	it('does not take an answer to another question for a match', async () => {
		const { rows, sandbox } = await openAccount();
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Eve', EMAIL_ADDRESS: 'eve@example.com' });
		sandbox.faults.next({
			match: { path: '/Contacts/Search' },
			fault: {
				kind: 'status',
				status: 200,
				headers: { 'Content-Type': 'application/json' },
				text: JSON.stringify(sandbox.store.all('Contacts')),
			},
		});
		await rows(upsert(ada));
		expect(sandbox.store.all('Contacts').map((row) => row.FIRST_NAME)).toEqual(['Eve', 'Ada']);
	});
});
