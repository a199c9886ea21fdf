import { BOTH_DOORS, openAccount } from './account';

const getMany = (more: Record<string, unknown> = {}) =>
	({ resource: 'contact', operation: 'getMany', ...more }) as never;

describe.each(BOTH_DOORS)('Get Many, through the %s door', (door) => {
	it.each([0, 1, 499, 500, 501, 1_000, 2_345])(
		'returns all of %i contacts once each, in order',
		async (count) => {
			const { rows, sandbox } = await openAccount({ records: { contacts: count } });
			const ids = (await rows(getMany({ returnAll: true }), { door })).map((row) => row.CONTACT_ID);
			expect(ids).toEqual(sandbox.store.all('Contacts').map((row) => row.CONTACT_ID));
			expect(sandbox.violations).toEqual([]);
		},
	);

	it('asks for no more than the limit', async () => {
		const { rows, sandbox } = await openAccount({ records: { contacts: 700 } });
		expect(await rows(getMany({ limit: 7 }), { door })).toHaveLength(7);
		expect(sandbox.requests).toHaveLength(1);
		expect(sandbox.requests[0].query).toMatchObject({ top: '7' });
	});

	it('goes on to the next page when the limit is above 500, because more is clamped', async () => {
		const { rows } = await openAccount({ records: { contacts: 700 } });
		expect(await rows(getMany({ limit: 600 }), { door })).toHaveLength(600);
	});
});

describe('Get Many', () => {
	it('asks the server to count once for a long list, and not at all for a short one', async () => {
		const { rows, sandbox } = await openAccount({ records: { contacts: 1_700 } });
		await rows(getMany({ returnAll: true }));
		await rows(getMany({ limit: 20 }));
		const counted = sandbox.requests.map(({ query }) => query.count_total);
		expect(counted).toEqual(['true', undefined, undefined, undefined, undefined]);
	});

	it('skips the oldest records', async () => {
		const { rows, sandbox } = await openAccount({ records: { contacts: 30 } });
		const [first] = await rows(getMany({ limit: 1, options: { skip: 10 } }));
		expect(first.CONTACT_ID).toBe(sandbox.store.all('Contacts')[10].CONTACT_ID);
	});

	it('leaves out custom fields and tags when brief', async () => {
		const { rows, sandbox } = await openAccount({ seed: 'company' });
		const [row] = await rows(getMany({ limit: 1, simplify: false, options: { brief: true } }));
		expect(row).not.toHaveProperty('CUSTOMFIELDS');
		expect(sandbox.requests[0].query.brief).toBe('true');
	});

	it('finds by one field and its exact value', async () => {
		const { rows, sandbox } = await openAccount();
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'ada@example.com' });
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Adam', EMAIL_ADDRESS: 'adam@example.com' });
		const found = await rows(
			getMany({ filters: { fieldName: 'EMAIL_ADDRESS', fieldValue: 'ada@example.com' } }),
		);
		expect(found).toEqual([expect.objectContaining({ FIRST_NAME: 'Ada' })]);
		expect(sandbox.requests[0]).toMatchObject({
			path: '/Contacts/Search',
			query: { field_name: 'EMAIL_ADDRESS', field_value: 'ada@example.com' },
		});
	});

	it('finds by a value, whatever blanks stand around it', async () => {
		const { rows, sandbox } = await openAccount();
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'ada@example.com' });
		const filters = { fieldName: ' EMAIL_ADDRESS', fieldValue: ' ada@example.com\u00a0' };
		expect(await rows(getMany({ filters }))).toHaveLength(1);
	});

	it('finds by tag', async () => {
		const { rows, sandbox } = await openAccount();
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada', TAGS: [{ TAG_NAME: 'VIP' }] });
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Adam' });
		const found = await rows(getMany({ filters: { tag: 'VIP' } }));
		expect(found).toEqual([expect.objectContaining({ FIRST_NAME: 'Ada' })]);
	});

	it.each(['exclusive', 'inclusive'] as const)(
		'finds what changed at a moment or later, on a server that takes the moment as %s',
		async (updatedAfter) => {
			const { rows, sandbox } = await openAccount({ switches: { updatedAfter } });
			for (const at of ['2026-03-01 11:59:58', '2026-03-01 11:59:59', '2026-03-01 12:00:00']) {
				sandbox.store.insert('Contacts', { FIRST_NAME: at, DATE_UPDATED_UTC: at });
			}
			sandbox.store.insert('Contacts', {
				FIRST_NAME: 'later',
				DATE_UPDATED_UTC: '2026-04-01 00:00:00',
			});
			const found = await rows(
				getMany({ returnAll: true, filters: { updatedSince: '2026-03-01T12:00:00Z' } }),
			);
			expect(found.map((row) => row.FIRST_NAME)).toEqual(['2026-03-01 12:00:00', 'later']);
		},
	);

	it('uses the search for a moment, because the list itself ignores it', async () => {
		const { rows, sandbox } = await openAccount({ records: { contacts: 3 } });
		await rows(getMany({ filters: { updatedSince: '2026-03-01T12:00:00Z' } }));
		expect(sandbox.requests[0].path).toBe('/Contacts/Search');
	});

	it.each([
		[{ fieldName: 'EMAIL_ADDRESS' }, 'The filter has a field but no value'],
		[{ fieldValue: 'x' }, 'The filter has a value but no field'],
		[
			{ tag: 'VIP', fieldName: 'EMAIL_ADDRESS', fieldValue: 'x' },
			'A tag cannot be combined with other filters',
		],
		[{ updatedSince: 'soon' }, '"soon" in Updated Since is not a date'],
	])('refuses %j before anything is sent', async (filters, message) => {
		const { run, sandbox } = await openAccount();
		const { error } = await run(getMany({ filters }));
		expect(error).toMatchObject({ message });
		expect(sandbox.requests).toEqual([]);
	});
});
