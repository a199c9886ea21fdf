import { BOTH_DOORS, byId, mapped, openAccount } from './account';

const getMany = { resource: 'account', operation: 'getMany' };

describe.each(BOTH_DOORS)('a refusal through the %s door', (door) => {
	it.each([401, 402, 403, 301] as const)(
		'of the token with %s speaks of token and rights',
		async (authFailure) => {
			const account = await openAccount({ switches: { authFailure } });
			account.sandbox.tokens.accepts = () => false;
			const complaint = await account.complaint(getMany, { door });
			expect(complaint).toMatch(/access token/);
			expect(complaint).toContain('Settings, Integrations, API V4');
			expect(complaint).not.toContain('Payment');
			expect(account.sandbox.requests).toHaveLength(1);
		},
	);

	it('of values becomes one line per rule', async () => {
		const account = await openAccount();
		const complaint = await account.complaint(
			{ resource: 'contact', operation: 'create', fields: mapped({ first: 'Ada' }) },
			{ door },
		);
		expect(complaint).toContain('did not accept the values');
		expect(complaint).toContain('accountid: Required');
	});

	it('of an object that does not exist is not repeated, although its status is 500', async () => {
		const account = await openAccount();
		const complaint = await account.complaint(
			{ resource: 'customObject', objectName: 'accountss', operation: 'getMany' },
			{ door },
		);
		expect(complaint).toContain('Spotler CRM has no object "accountss"');
		expect(account.sandbox.requests).toHaveLength(1);
	});

	it.each([402, 403, 404] as const)(
		'of an object outside the plan with %s says so',
		async (planGate) => {
			const account = await openAccount({ switches: { planGate, gated: ['campaigns'] } });
			const complaint = await account.complaint(
				{ resource: 'campaign', operation: 'getMany' },
				{ door },
			);
			expect(complaint).toContain('plan');
			expect(account.sandbox.requests).toHaveLength(1);
		},
	);

	it.each([429, 402] as const)(
		'at the call limit with %s is not repeated',
		async (callLimitStatus) => {
			const account = await openAccount({ switches: { callLimit: 1, callLimitStatus } });
			await account.rows(getMany, { door });
			const complaint = await account.complaint(getMany, { door });
			expect(complaint).toContain('API calls of your Spotler CRM subscription are used up');
			expect(account.sandbox.requests).toHaveLength(2);
		},
	);
});

describe('an answer that only looks like a success', () => {
	it('is not taken for data: a log-in page with status 200', async () => {
		const account = await openAccount();
		account.sandbox.faults.next({ match: { method: 'POST' }, fault: { kind: 'html' } });
		const complaint = await account.complaint({
			resource: 'account',
			operation: 'create',
			fields: mapped({ name: 'X' }),
		});
		expect(complaint).toContain('something other than data');
		expect(account.sandbox.requests).toHaveLength(1);
	});

	it('is not followed to another address', async () => {
		const account = await openAccount();
		const other = await openAccount();
		account.sandbox.faults.next({
			fault: { kind: 'redirect', to: `${other.url}/accounts`, status: 301 },
		});
		expect(await account.complaint(getMany)).toContain('was not followed');
		expect(other.sandbox.requests).toEqual([]);
	});

	it('is read again when it was cut off', async () => {
		const account = await openAccount();
		account.sandbox.store.insert('accounts', { name: 'One' });
		account.sandbox.faults.next({ fault: { kind: 'broken json' } });
		expect(await account.rows(getMany)).toHaveLength(1);
	});
});

describe('parameters that cannot be right', () => {
	it.each([
		[{ resource: 'account', operation: 'get', recordId: byId('12/../34') }, 'is not the ID'],
		[{ resource: 'account', operation: 'get', recordId: byId('') }, 'is missing'],
		[{ ...getMany, limit: 0 }, 'not a positive whole number'],
		[
			{ resource: 'customObject', operation: 'getMany', objectName: 'a/b' },
			'is not the name of an object',
		],
		[{ resource: 'lookupList', operation: 'appendValues', listName: 'x' }, 'no values to append'],
		[
			{ resource: 'lookupList', operation: 'getValues', objectName: 'accounts' },
			'field is missing',
		],
	])('such as %j are refused before anything is sent', async (parameters, words) => {
		const account = await openAccount();
		// Through this door nothing checks the form first, as when values come from expressions.
		expect(await account.complaint(parameters, { door: 'routing' })).toContain(words);
		expect(account.sandbox.requests).toEqual([]);
	});
});
