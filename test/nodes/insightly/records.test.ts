import { BOTH_DOORS, byId, itemsOf, mapped, openAccount } from './account';

const create = (resource: string, fields: Record<string, unknown>) => ({
	resource,
	operation: 'create',
	fields: mapped(fields as never),
});

describe.each(BOTH_DOORS)('records, through the %s door', (door) => {
	it('are created, with the whole record in the answer', async () => {
		const { rows, sandbox } = await openAccount();
		const [contact] = await rows(create('contact', { FIRST_NAME: 'Ada', LAST_NAME: 'King' }), {
			door,
		});
		expect(contact).toMatchObject({ FIRST_NAME: 'Ada', LAST_NAME: 'King' });
		expect(sandbox.store.all('Contacts')).toHaveLength(1);
		expect(sandbox.violations).toEqual([]);
	});

	it('are read by ID, with their ETag', async () => {
		const { rows, sandbox } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		const [contact] = await rows(
			{ resource: 'contact', operation: 'get', recordId: byId(CONTACT_ID) },
			{ door },
		);
		expect(contact).toMatchObject({ CONTACT_ID, FIRST_NAME: 'Ada', ETag: expect.any(String) });
	});

	it('are updated by PUT on the collection with the ID in the body, and only where a field was given', async () => {
		const { rows, sandbox } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Ada',
			TITLE: 'Countess',
		});
		await rows(
			{
				resource: 'contact',
				operation: 'update',
				recordId: byId(CONTACT_ID),
				fields: mapped({ FIRST_NAME: 'Augusta' }),
			},
			{ door },
		);
		const put = sandbox.requests.find(({ method }) => method === 'PUT');
		expect(put).toMatchObject({
			path: '/Contacts',
			body: { CONTACT_ID, FIRST_NAME: 'Augusta' },
		});
		expect(sandbox.store.get('Contacts', CONTACT_ID as number)).toMatchObject({
			FIRST_NAME: 'Augusta',
			TITLE: 'Countess',
		});
	});

	it('are deleted, although the answer is 202 without a body', async () => {
		const { rows, sandbox } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		const output = await rows(
			{ resource: 'contact', operation: 'delete', recordId: byId(CONTACT_ID) },
			{ door },
		);
		expect(output).toEqual([{ deleted: true }]);
		expect(sandbox.requests.at(-1)).toMatchObject({ method: 'DELETE', status: 202 });
		expect(sandbox.store.all('Contacts')).toEqual([]);
	});

	it('are each linked to the item that they came from', async () => {
		const { run, sandbox } = await openAccount();
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Grace' });
		const { items } = await run(
			{ resource: 'contact', operation: 'getMany', returnAll: true },
			{ door, items: itemsOf({ a: 1 }, { a: 2 }, { a: 3 }) },
		);
		const links = items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
		expect(links).toEqual([0, 0, 1, 1, 2, 2]);
	});
});

describe('every record type', () => {
	const smallest: Record<string, Record<string, unknown>> = {
		contact: { FIRST_NAME: 'Ada' },
		lead: { LAST_NAME: 'King' },
		opportunity: { OPPORTUNITY_NAME: 'Engine' },
		organisation: { ORGANISATION_NAME: 'Babbage & Co' },
		project: { PROJECT_NAME: 'Notes', STATUS: 'NOT STARTED' },
		task: { TITLE: 'Call back' },
	};

	it.each(Object.entries(smallest))(
		'%s goes through create, get, update, list and delete without a request that the API would refuse',
		async (resource, fields) => {
			const { rows, sandbox } = await openAccount({ seed: 'company' });
			const [made] = await rows(create(resource, fields));
			const idKey = Object.keys(made).find(
				(key) => key === `${resource.toUpperCase()}_ID`,
			) as string;
			const recordId = byId(made[idKey]);
			const [titleKey] = Object.keys(fields);

			await rows({ resource, operation: 'get', recordId });
			const [changed] = await rows({
				resource,
				operation: 'update',
				recordId,
				fields: mapped({ [titleKey]: 'Changed' }),
			});
			expect(changed[titleKey]).toBe('Changed');
			expect(await rows({ resource, operation: 'getMany', limit: 3 })).toHaveLength(3);
			expect(await rows({ resource, operation: 'delete', recordId })).toEqual([{ deleted: true }]);
			expect(sandbox.violations).toEqual([]);
		},
	);

	it('finds a task’s owner by itself where the service insists on one', async () => {
		const { rows, sandbox } = await openAccount({
			seed: 'company',
			switches: { serverDefaults: 'required' },
		});
		const [task] = await rows(create('task', { TITLE: 'Call back' }));
		expect(task).toMatchObject({ COMPLETED: false, OWNER_USER_ID: expect.any(Number) });
		expect(sandbox.violations).toEqual([]);
	});
});

describe('output', () => {
	it('has custom fields as plain keys and tags as texts when simplified, and the API’s own form when not', async () => {
		const { rows, sandbox } = await openAccount({ seed: 'company' });
		const [type] = sandbox.store.customFieldsOf('Contacts');
		const name = String(type.FIELD_NAME);
		const { CONTACT_ID } = sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Ada',
			CUSTOMFIELDS: [{ FIELD_NAME: name, FIELD_VALUE: 'blue', CUSTOM_FIELD_ID: name }],
			TAGS: [{ TAG_NAME: 'VIP' }],
		});
		const get = { resource: 'contact', operation: 'get', recordId: byId(CONTACT_ID) };
		const [simple] = await rows(get);
		const [raw] = await rows({ ...get, simplify: false });
		expect(simple).toMatchObject({ FIRST_NAME: 'Ada', [name]: 'blue', TAGS: ['VIP'] });
		expect(simple).not.toHaveProperty('CUSTOMFIELDS');
		expect(raw.CUSTOMFIELDS).toEqual(
			expect.arrayContaining([expect.objectContaining({ FIELD_NAME: name, FIELD_VALUE: 'blue' })]),
		);
		expect(raw.TAGS).toEqual([{ TAG_NAME: 'VIP' }]);
	});
});
