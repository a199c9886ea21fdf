import { BOTH_DOORS, byId, condition, filters, mapped, openAccount } from './account';

/** Facts that nobody has published: whichever way they are, the node has to work. */
describe.each(BOTH_DOORS)('through the %s door', (door) => {
	it.each(['plain', 'mixed'] as const)(
		'create or update recognises a record that says the same in %s values',
		async (values) => {
			const account = await openAccount({ switches: { values } });
			const upsert = {
				resource: 'contact',
				operation: 'upsert',
				fields: mapped(
					{ email: 'a@b.example', accountid: 1, decisionmaker: true, addresscity: '' },
					'email',
				),
			};
			await account.rows(upsert, { door });
			const [row] = await account.rows(upsert, { door });
			expect(row.email).toBe('a@b.example');
			expect(account.calls()).toEqual(['GET /contacts', 'POST /contacts', 'GET /contacts']);
			expect(account.sandbox.violations).toEqual([]);
		},
	);

	it.each([true, false])(
		'records are read when slashes are escaped: %s',
		async (escapedSlashes) => {
			const account = await openAccount({ switches: { escapedSlashes } });
			account.sandbox.store.insert('accounts', { name: 'A/B', 'addresscounty/state': 'Kent' });
			const [row] = await account.rows({ resource: 'account', operation: 'getMany' }, { door });
			expect(row).toMatchObject({ name: 'A/B', 'addresscounty/state': 'Kent' });
		},
	);

	it.each([true, false])('fields are handed on when lists are short: %s', async (shortLists) => {
		const account = await openAccount({ switches: { shortLists } });
		const { id } = account.sandbox.store.insert('accounts', { name: 'One', slaid: 125_357 });
		const [listed] = await account.rows({ resource: 'account', operation: 'getMany' }, { door });
		const [read] = await account.rows(
			{ resource: 'account', operation: 'get', recordId: byId(id) },
			{ door },
		);
		expect('slaid' in listed).toBe(!shortLists);
		expect(read.slaid).toBe(125_357);
	});

	it('a value outside a lookup list is sent, and a refusal of it becomes a line', async () => {
		const account = await openAccount();
		const create = {
			resource: 'account',
			operation: 'create',
			fields: mapped({ name: 'X', type: 'Never heard of' }),
		};
		const [row] = await account.rows(create, { door });
		account.sandbox.switches.unlisted = '422';
		expect(row.type).toBe('Never heard of');
		expect(await account.complaint(create, { door })).toContain('type: In');
	});

	it.each([true, false])(
		'one record is made when letter case counts: %s',
		async (caseSensitive) => {
			const account = await openAccount({ switches: { caseSensitive } });
			const upsert = (name: string) => ({
				resource: 'account',
				operation: 'upsert',
				fields: mapped({ name }, 'name'),
			});
			const [one] = await account.rows(upsert('Harbour'), { door });
			const [two] = await account.rows(upsert('Harbour'), { door });
			expect(two.id).toBe(one.id);
		},
	);

	it('a field that the object does not have is refused by the server or ignored by it', async () => {
		const account = await openAccount();
		account.sandbox.store.insert('accounts', { name: 'One' });
		const list = {
			resource: 'account',
			operation: 'getMany',
			filters: filters(condition('nosuchfield', 'equals', 'x')),
		};
		expect(await account.complaint(list, { door })).toContain(
			'did not accept the filter or the order',
		);
		account.sandbox.switches.unknownField = 'ignore';
		expect(await account.rows(list, { door })).toHaveLength(1);
	});

	it.each([{ kind: 'empty' }, { kind: 'broken json' }, { kind: 'truncate' }] as const)(
		'a write whose answer is lost (%j) is not taken for undone, nor sent again',
		async (fault) => {
			const account = await openAccount();
			account.sandbox.faults.next({ match: { method: 'POST' }, fault });
			const complaint = await account.complaint(
				{ resource: 'account', operation: 'create', fields: mapped({ name: 'X' }) },
				{ door },
			);
			expect(complaint).toMatch(/The change (was probably made|may or may not have been made)/);
			expect(account.calls()).toEqual(['POST /accounts']);
		},
	);

	it('a refusal in the clothes of a success is a refusal', async () => {
		const account = await openAccount();
		const text = JSON.stringify({ type: 'Authentication error', code: 402, message: 'Forbidden' });
		account.sandbox.faults.next({ fault: { kind: 'status', status: 200, text } });
		const complaint = await account.complaint(
			{ resource: 'account', operation: 'getMany' },
			{ door },
		);
		expect(complaint).toContain('did not accept the access token');
		expect(account.sandbox.requests).toHaveLength(1);
	});
});

describe('what must not be done twice', () => {
	it.each([
		['a broken connection', { kind: 'drop', when: 'after acting' }],
		['status 500', { kind: 'status', status: 500 }],
		['status 502 with a page', { kind: 'html', status: 502 }],
		['an answer that was cut off', { kind: 'truncate' }],
	] as const)('a creation is not sent again after %s', async (_what, fault) => {
		const account = await openAccount();
		account.sandbox.faults.next({ match: { method: 'POST' }, fault });
		await account.complaint({
			resource: 'account',
			operation: 'create',
			fields: mapped({ name: 'X' }),
		});
		expect(account.calls()).toEqual(['POST /accounts']);
	});

	it('a list is read again after a page from a proxy', async () => {
		const account = await openAccount();
		account.sandbox.store.insert('accounts', { name: 'One' });
		account.sandbox.faults.next({ fault: { kind: 'html', status: 502 } });
		expect(await account.rows({ resource: 'account', operation: 'getMany' })).toHaveLength(1);
	});
});
