import { BOTH_DOORS, byId, itemsOf, mapped, openAccount } from './account';

const upsert = (value: Parameters<typeof mapped>[0], matchOn = 'email') => ({
	resource: 'contact',
	operation: 'upsert',
	fields: mapped(value, matchOn),
});

describe.each(BOTH_DOORS)('create or update through the %s door', (door) => {
	it('creates once, then updates, then leaves a record alone that already says all this', async () => {
		const account = await openAccount();
		const run = async (last: string) =>
			(await account.rows(upsert({ email: 'ada@example.com', accountid: 7, last }), { door }))[0];
		const created = await run('Byron');
		const updated = await run('Lovelace');
		const before = account.sandbox.store.get('contacts', Number(created.id));
		const same = await run('Lovelace');

		expect(updated).toMatchObject({ id: created.id, last: 'Lovelace' });
		expect(same).toMatchObject({ id: created.id, last: 'Lovelace' });
		expect(account.sandbox.store.get('contacts', Number(created.id))).toEqual(before);
		expect(account.calls().map((call) => call.split(' ')[0])).toEqual([
			'GET',
			'POST',
			'GET',
			'PATCH',
			'GET',
		]);
		expect(account.sandbox.violations).toEqual([]);
		expect(account.sandbox.alerts).toEqual([]);
	});

	it('writes nothing when several records match, and names them', async () => {
		const account = await openAccount();
		const ids = [1, 2].map((accountid) =>
			String(account.sandbox.store.insert('contacts', { accountid, email: 'a@b.example' }).id),
		);
		const complaint = await account.complaint(upsert({ email: 'a@b.example', last: 'X' }), {
			door,
		});
		expect(complaint).toContain('Several contacts have email "a@b.example"');
		expect(complaint).toContain(ids.join(', '));
		expect(account.calls()).toEqual(['GET /contacts']);
	});

	it('makes one record of two items with the same value', async () => {
		const account = await openAccount();
		const rows = await account.rows(
			upsert({ email: '={{ $json.email }}', accountid: 7, last: '={{ $json.last }}' }),
			{
				door,
				items: itemsOf(
					{ email: 'x@y.example', last: 'One' },
					{ email: 'X@Y.example', last: 'Two' },
				),
			},
		);
		expect(rows[0].id).toBe(rows[1].id);
		expect(account.sandbox.store.all('contacts')).toHaveLength(1);
	});
});

describe('create or update of many items', () => {
	const people = Array.from({ length: 100 }, (_, place) => ({
		email: `person${place}@example.com`,
		last: `Person ${place}`,
	}));
	const parameters = upsert({
		email: '={{ $json.email }}',
		accountid: 7,
		last: '={{ $json.last }}',
	});

	/** Every third of them is there already, spelled in capitals and with another last name. */
	const withSomePresent = (account: Awaited<ReturnType<typeof openAccount>>) => {
		for (const [place, { email }] of people.entries()) {
			if (place % 3 === 0) {
				account.sandbox.store.insert('contacts', {
					accountid: 7,
					email: email.toUpperCase(),
					last: 'Old',
				});
			}
		}
	};

	it('searches for several at once, and makes one record of each', async () => {
		const account = await openAccount();
		withSomePresent(account);
		const rows = await account.rows(parameters, { items: itemsOf(...people) });
		expect(rows.map(({ last }) => last)).toEqual(people.map(({ last }) => last));
		expect(new Set(rows.map(({ id }) => id)).size).toBe(100);
		expect(account.sandbox.store.all('contacts')).toHaveLength(100);
		expect(account.sandbox.violations).toEqual([]);
		const searches = account.calls().filter((call) => call === 'GET /contacts').length;
		expect(searches).toBeLessThan(50);
	});
});

describe('create or update', () => {
	it('does not write to a record that a server returned without filtering', async () => {
		const account = await openAccount({ switches: { unknownField: 'ignore' } });
		account.sandbox.store.insert('contacts', { accountid: 1, email: 'other@example.com' });
		const [row] = await account
			.rows(upsert({ nosuchfield: 'x', accountid: 2 }, 'nosuchfield'))
			.catch(() => [undefined]);
		expect(row).toBeUndefined();
		expect(account.sandbox.store.all('contacts')).toEqual([
			expect.objectContaining({ email: 'other@example.com', accountid: 1 }),
		]);
	});

	it('needs a value to match on', async () => {
		const account = await openAccount();
		expect(await account.complaint(upsert({ last: 'X' }))).toContain(
			'The field to match on, Email (email), is empty',
		);
		expect(account.sandbox.requests).toEqual([]);
	});

	it('finds custom object records and leaves reading by ID to other operations', async () => {
		const account = await openAccount();
		const parameters = {
			resource: 'customObject',
			objectName: 'policies',
			operation: 'upsert',
			fields: mapped({ policynumber: 'P-9', accountid: 3, premium: 5 }, 'policynumber'),
		};
		const [one] = await account.rows(parameters);
		const [two] = await account.rows(parameters);
		expect(two.id).toBe(one.id);
		const [read] = await account.rows({
			resource: 'customObject',
			objectName: 'policies',
			operation: 'get',
			recordId: byId(one.id),
		});
		expect(read.policynumber).toBe('P-9');
		expect(account.sandbox.violations).toEqual([]);
	});
});

describe('create or update by one field first, by another second', () => {
	const write = (value: Parameters<typeof mapped>[0]) => ({
		...upsert(value, 'department'),
		options: { otherwiseMatchOn: 'email' },
	});

	it('finds by the first, else by the second where the first is empty, else creates', async () => {
		const account = await openAccount();
		const { store } = account.sandbox;
		const linked = store.insert('contacts', {
			accountid: 1,
			email: 'a@b.example',
			department: '7',
		});
		const plain = store.insert('contacts', { accountid: 1, email: 'c@d.example' });
		const ids = async (value: Parameters<typeof mapped>[0]) =>
			(await account.rows(write({ accountid: 1, ...value })))[0].id;

		expect(await ids({ department: '7', email: 'changed@b.example' })).toBe(linked.id);
		expect(await ids({ department: '8', email: 'c@d.example' })).toBe(plain.id);
		expect(await ids({ department: '8', email: 'again@d.example' })).toBe(plain.id);
		expect(await ids({ department: '9', email: 'again@d.example' })).not.toBe(plain.id);
		expect(store.all('contacts')).toHaveLength(3);
		expect(account.sandbox.violations).toEqual([]);
	});
});

describe('create or update, soon after it has created a record', () => {
	const ada = upsert({ email: 'ada@example.com', accountid: 1, last: 'Lovelace' });

	it('makes another one when that has another address by now', async () => {
		const account = await openAccount();
		const [{ id }] = await account.rows(ada);
		account.sandbox.store.update('contacts', Number(id), { email: 'x@example.com', last: 'King' });
		const [row] = await account.rows(ada);
		expect(row.id).not.toBe(id);
		expect(account.sandbox.store.get('contacts', Number(id))).toMatchObject({ last: 'King' });
	});

	it('makes another one when that was deleted', async () => {
		const account = await openAccount();
		const [{ id }] = await account.rows(ada);
		account.sandbox.store.remove('contacts', Number(id));
		expect(await account.rows(ada)).toHaveLength(1);
		expect(account.sandbox.store.all('contacts')).toHaveLength(1);
	});
});

describe('a value to match on', () => {
	it('is searched for, compared and stored without the blanks around it', async () => {
		const account = await openAccount();
		account.sandbox.store.insert('contacts', { accountid: 1, email: 'ada@example.com' });
		await account.rows(upsert({ email: ' ada@example.com\u00a0', accountid: 1, last: 'King' }));
		expect(account.sandbox.store.all('contacts')).toEqual([
			expect.objectContaining({ email: 'ada@example.com', last: 'King' }),
		]);
	});

	it('is no e-mail address only in a record that is there', async () => {
		const account = await openAccount();
		const values = { email: 'none', accountid: 1, last: 'King' };
		expect(await account.complaint(upsert(values))).toContain('"none" is not an e-mail address');
		expect(account.sandbox.store.all('contacts')).toEqual([]);
		account.sandbox.store.insert('contacts', { ...values, last: 'Lovelace' });
		expect(await account.rows(upsert(values))).toEqual([expect.objectContaining(values)]);
	});
});
