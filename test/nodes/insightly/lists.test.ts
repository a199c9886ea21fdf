import { BOTH_DOORS, openAccount } from './account';

/** Rows of the filter builder. */
const by = (...conditions: object[]) => ({ conditions });

const changedSince = (value: string) => ({
	field: 'DATE_UPDATED_UTC',
	operator: 'greaterThanOrEqual',
	value,
});

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
			getMany({ filters: by({ field: 'EMAIL_ADDRESS', value: 'ada@example.com' }) }),
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
		const found = await rows(getMany({ filters: by({ field: 'TAGS', value: 'VIP' }) }));
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
				getMany({ returnAll: true, filters: by(changedSince('2026-03-01T12:00:00Z')) }),
			);
			expect(found.map((row) => row.FIRST_NAME)).toEqual(['2026-03-01 12:00:00', 'later']);
		},
	);

	it('finds by tag what changed at a moment or later', async () => {
		const { rows, sandbox } = await openAccount();
		const TAGS = [{ TAG_NAME: 'VIP' }];
		for (const [FIRST_NAME, DATE_UPDATED_UTC] of [
			['before', '2026-03-01 11:59:59'],
			['after', '2026-03-01 12:00:00'],
		]) {
			sandbox.store.insert('Contacts', { FIRST_NAME, TAGS, DATE_UPDATED_UTC });
		}
		const filters = by({ field: 'TAGS', value: 'VIP' }, changedSince('2026-03-01T12:00:00Z'));
		const found = await rows(getMany({ filters }));
		expect(found.map((row) => row.FIRST_NAME)).toEqual(['after']);
	});

	it('uses the search for a moment, because the list itself ignores it', async () => {
		const { rows, sandbox } = await openAccount({ records: { contacts: 3 } });
		await rows(getMany({ filters: by(changedSince('2026-03-01T12:00:00Z')) }));
		expect(sandbox.requests[0].path).toBe('/Contacts/Search');
	});

	it.each([
		[[{ field: 'EMAIL_ADDRESS' }], 'The filter on EMAIL_ADDRESS has no value'],
		[[{ value: 'x' }], 'A filter has no field'],
		[
			[
				{ field: 'TAGS', value: 'VIP' },
				{ field: 'EMAIL_ADDRESS', value: 'x' },
			],
			'A tag and a field cannot be combined',
		],
		[
			[
				{ field: 'FIRST_NAME', value: 'Ada' },
				{ field: 'EMAIL_ADDRESS', value: 'x' },
			],
			'There are two conditions on exact values',
		],
		[
			[{ field: 'LAST_NAME', operator: 'greaterThanOrEqual', value: 'L' }],
			'The filter on LAST_NAME cannot be "greaterThanOrEqual"',
		],
		[[changedSince('soon')], '"soon" is not a date to find changes by'],
	])('refuses %j before anything is sent', async (conditions, message) => {
		const { run, sandbox } = await openAccount();
		const { error } = await run(getMany({ filters: { conditions } }));
		expect(error).toMatchObject({ message });
		expect(sandbox.requests).toEqual([]);
	});
});
