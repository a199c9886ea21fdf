import { BOTH_DOORS, byId, itemsOf, mapped, openAccount } from './account';

const create = (fields: Record<string, unknown>, resource = 'contact') =>
	({ resource, operation: 'create', fields: mapped(fields as never) }) as never;

const getContact = (id: unknown) =>
	({ resource: 'contact', operation: 'get', recordId: byId(id) }) as never;

describe('values that cannot be right', () => {
	it.each([
		['a missing field', create({ LAST_NAME: 'King' }), 'First Name is missing', ''],
		[
			'too long a text',
			create({ FIRST_NAME: 'x'.repeat(256) }),
			'First Name (FIRST_NAME) cannot be right: has 256 characters, at most 255 are possible',
			'Nothing was sent',
		],
		[
			'a date that is none',
			create({ FIRST_NAME: 'Ada', DATE_OF_BIRTH: '30 February' }),
			'Date Of Birth (DATE_OF_BIRTH) cannot be right: "30 February" is not a date. Write it like 2026-01-31 or 2026-01-31T14:30:00Z',
			'Nothing was sent',
		],
		[
			'a number that is none',
			create({ FIRST_NAME: 'Ada', ORGANISATION_ID: 'Babbage' }),
			'Organisation ID (ORGANISATION_ID) cannot be right: "Babbage" is not a number',
			'Nothing was sent',
		],
		[
			'several at once',
			create({ FIRST_NAME: {}, EMAIL_OPTED_OUT: 'maybe' }),
			'First Name (FIRST_NAME) cannot be right: expects text, not an object or a list; Email Opted Out (EMAIL_OPTED_OUT) cannot be right: "maybe" is neither true nor false',
			'Nothing was sent',
		],
		[
			'an e-mail address that is none',
			create({ FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'ada at example.com' }),
			'Email Address (EMAIL_ADDRESS) cannot be right: "ada at example.com" is not an e-mail address',
			'Nothing was sent',
		],
		[
			'an ID that is none',
			getContact('={{ "abc" }}'),
			'"abc" is not the ID of a contact',
			'whole number',
		],
		[
			'an ID that would be rounded to another one',
			getContact('9007199254740993'),
			'"9007199254740993" is not the ID of a contact',
			'whole number',
		],
		['no ID', getContact('={{ "" }}'), 'The contact is missing', 'whole number'],
	])('are refused before anything is sent: %s', async (_case, parameters, message, description) => {
		const { run, sandbox } = await openAccount();
		const { error } = await run(parameters);
		expect(error?.message).toBe(message);
		expect(error?.description).toContain(description);
		expect(sandbox.requests).toEqual([]);
	});
});

describe.each(['text', 'json'] as const)(
	'what Insightly refuses, with %s bodies',
	(errorBodies) => {
		it('an unknown ID', async () => {
			const { run } = await openAccount({ switches: { errorBodies } });
			const { error } = await run(getContact(4711));
			expect(error).toMatchObject({ message: 'Insightly has no such record', httpCode: '404' });
			expect(error?.description).toContain('Check the ID');
		});

		it('a wrong key', async () => {
			const { run, credentials } = await openAccount({ switches: { errorBodies } });
			const { error } = await run(getContact(1), {
				credentials: { insightlyApi: { ...credentials.insightlyApi, apiKey: 'wrong-key-value' } },
			});
			expect(error).toMatchObject({
				message: 'Insightly did not accept the API key',
				httpCode: '401',
			});
			expect(JSON.stringify(error)).not.toContain('wrong-key-value');
			expect(JSON.stringify(error)).not.toContain(
				Buffer.from('wrong-key-value:').toString('base64'),
			);
		});

		it('a permission that the user lacks', async () => {
			const { run } = await openAccount({ switches: { errorBodies, denied: ['Contacts'] } });
			const { error } = await run({ resource: 'contact', operation: 'getMany' });
			expect(error).toMatchObject({ message: 'Insightly does not let this user do that' });
			expect(error?.description).toContain('Insightly said:');
		});
	},
);

describe('answers that are no answers', () => {
	it.each([
		['an HTML page', { kind: 'html', status: 200 }],
		['an empty body', { kind: 'empty' }],
		['half a body', { kind: 'broken json' }],
	] as const)('%s is asked for again when reading', async (_case, fault) => {
		const { rows, sandbox } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		sandbox.faults.next({ fault });
		expect(await rows(getContact(CONTACT_ID))).toHaveLength(1);
		expect(sandbox.requests).toHaveLength(2);
	});

	it('HTML after a write is not sent again, and said in one clear message without the page', async () => {
		const { run, sandbox } = await openAccount();
		sandbox.faults.next({ fault: { kind: 'html', status: 502 } });
		const { error } = await run(create({ FIRST_NAME: 'Ada' }));
		expect(error).toMatchObject({
			message: 'Insightly could not process the request at the moment',
		});
		expect(`${error?.message} ${error?.description}`).not.toContain('<');
		expect(sandbox.requests).toHaveLength(1);
	});

	it('a write whose connection broke is not sent again', async () => {
		const { run, sandbox } = await openAccount();
		sandbox.faults.next({ fault: { kind: 'drop', when: 'after acting' } });
		const { error } = await run(create({ FIRST_NAME: 'Ada' }));
		expect(error?.description).toContain('The change may or may not have been made');
		expect(sandbox.store.all('Contacts')).toHaveLength(1);
	});
});

describe('limits', () => {
	it('a write refused with 429 is sent again until it is taken, and done once', async () => {
		const { rows, sandbox } = await openAccount();
		sandbox.faults.next({
			times: 2,
			fault: { kind: 'status', status: 429, headers: { 'Retry-After': '0' } },
		});
		await rows(create({ FIRST_NAME: 'Ada' }));
		expect(sandbox.requests.map(({ status }) => status)).toEqual([429, 429, 201]);
		expect(sandbox.store.all('Contacts')).toHaveLength(1);
	});

	it('the end of the day’s calls is said at once instead of tried again', async () => {
		const { run, sandbox } = await openAccount();
		sandbox.faults.next({
			fault: { kind: 'status', status: 429, headers: { 'X-RateLimit-Remaining': '0' } },
		});
		const { error } = await run({ resource: 'contact', operation: 'getMany' });
		expect(error).toMatchObject({ message: "Today's Insightly API calls are used up" });
		expect(sandbox.requests).toHaveLength(1);
	});

	it('twenty-five items at once are all written, each once, on a server that takes ten a second', async () => {
		const { rows, sandbox, credentials } = await openAccount({
			rateLimit: { perSecond: 10 },
		} as never);
		await rows(create({ FIRST_NAME: 'Ada' }), {
			items: itemsOf(...Array.from({ length: 25 }, () => ({}))),
			credentials: { insightlyApi: { ...credentials.insightlyApi, requestsPerSecond: 10 } },
		});
		expect(sandbox.requests.filter(({ status }) => status === 201)).toHaveLength(25);
		expect(sandbox.store.all('Contacts')).toHaveLength(25);
	});
});

describe.each(BOTH_DOORS)('Continue on fail, through the %s door', (door) => {
	it('leaves the other items untouched and keeps the message with the failed one', async () => {
		const { run, sandbox } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		const { items, error } = await run(
			{ resource: 'contact', operation: 'get', recordId: byId('={{ $json.id }}') },
			{
				door,
				continueOnFail: true,
				items: itemsOf({ id: CONTACT_ID }, { id: 4711 }, { id: CONTACT_ID }),
			},
		);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(items[0].json).toMatchObject({ FIRST_NAME: 'Ada' });
		const { error: said } = items[1].json;
		expect(items[1].error?.message ?? said).toBe('Insightly has no such record');
		expect(items[2].json).toMatchObject({ FIRST_NAME: 'Ada' });
	});
});

describe('The error output', () => {
	it('keeps the item that failed, and says why', async () => {
		const { run } = await openAccount();
		const { outputs } = await run(
			{ resource: 'contact', operation: 'get', recordId: byId('={{ $json.id }}') },
			{
				nodeSettings: { onError: 'continueErrorOutput' },
				items: itemsOf({ id: 4711, from: 'the sheet' }),
			},
		);
		expect(outputs[1].map(({ json }) => json)).toEqual([
			{
				id: 4711,
				from: 'the sheet',
				error: 'Insightly has no such record',
				details: expect.stringContaining('Check the ID'),
			},
		]);
	});
});
