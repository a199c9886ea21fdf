import type { IDataObject } from 'n8n-workflow';

import { hintsOf } from '../../support/betweenPages';
import { automatic, BOTH_DOORS, byId, itemsOf, mapped, openAccount } from './account';

/** A contact with a phone number, and what is left of it after an update with these mapped values. */
async function afterUpdate(
	value: IDataObject,
	input: IDataObject = {},
	door: 'custom' | 'routing' = 'custom',
): Promise<IDataObject> {
	const { sandbox, run } = await openAccount();
	const { CONTACT_ID: id } = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada', PHONE: '123' });
	const { error } = await run(
		{ resource: 'contact', operation: 'update', recordId: byId(id), fields: mapped(value) },
		{ items: itemsOf(input), door },
	);
	if (error) throw error;
	return sandbox.store.table('Contacts').get(Number(id)) as IDataObject;
}

describe.each(BOTH_DOORS)('a mapped field, through the %s door', (door) => {
	it.each<[string, IDataObject, IDataObject, IDataObject]>([
		[
			'is left alone when it was never filled in',
			{ TITLE: 'Dr', PHONE: null },
			{},
			{ PHONE: '123' },
		],
		[
			'is cleared when its expression gives null',
			{ TITLE: 'Dr', PHONE: '={{ $json.phone }}' },
			{ phone: null },
			{ PHONE: null, TITLE: 'Dr' },
		],
		[
			'is left alone when its expression finds nothing',
			{ TITLE: 'Dr', PHONE: '={{ $json.phone }}' },
			{},
			{ PHONE: '123', TITLE: 'Dr' },
		],
		['is cleared by an empty text', { TITLE: 'Dr', PHONE: '' }, {}, { PHONE: '', TITLE: 'Dr' }],
		[
			'is left alone when an agent gives an empty text',
			{ TITLE: 'Dr', PHONE: "={{ $json.phone || $if(false, $fromAI('phone'), ' ') }}" },
			{ phone: '' },
			{ PHONE: '123', TITLE: 'Dr' },
		],
	])('%s', async (_case, value, input, expected) => {
		expect(await afterUpdate(value, input, door)).toMatchObject(expected);
	});
});

describe('a field alone', () => {
	it('is cleared when its expression gives null', async () => {
		expect(await afterUpdate({ PHONE: '={{ null }}' })).toMatchObject({ PHONE: null });
	});
});

describe('automatic mapping', () => {
	it('names beside the output what it leaves out because nobody can write it, once for all items', async () => {
		const { sandbox, run } = await openAccount();
		const one = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		const { error, runData } = await run(
			{
				resource: 'contact',
				operation: 'update',
				recordId: byId(one.CONTACT_ID),
				fields: automatic(),
			},
			{
				items: itemsOf(
					{ TITLE: 'Dr', DATE_CREATED_UTC: '2026-01-01 10:00:00', unknown: 1 },
					{ TITLE: 'Prof', DATE_CREATED_UTC: '2026-01-01 10:00:00' },
				),
			},
		);
		expect(error).toBeUndefined();
		const hints = Object.values(runData ?? {}).flatMap(([task]) => task.hints ?? []);
		expect(hints.map(({ message }) => message)).toEqual([
			'Not sent, because these fields cannot be written here: DATE_CREATED_UTC.',
		]);
	});
});

describe('what is no e-mail address', () => {
	const contact = (operation: string, fields: Record<string, string>, more = {}) =>
		({ resource: 'contact', operation, fields: mapped(fields, 'FIRST_NAME'), ...more }) as never;

	it('is refused in a new record, also where that is made because none was found', async () => {
		const { run, sandbox } = await openAccount();
		const values = { FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'ada at example.com' };
		for (const operation of ['create', 'upsert']) {
			const { error } = await run(contact(operation, values));
			expect(error?.message).toContain('"ada at example.com" is not an e-mail address');
		}
		expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('is written back to a record that holds it, in one request, and said beside the output', async () => {
		const { run, sandbox } = await openAccount();
		const values = { FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'none' };
		const { CONTACT_ID: id } = sandbox.store.insert('Contacts', values);
		const result = await run(contact('update', values, { recordId: byId(id) }));
		expect(result.items[0].json).toMatchObject(values);
		expect(sandbox.requests).toHaveLength(1);
		expect(hintsOf(result)).toEqual([
			expect.stringContaining('Email Address (EMAIL_ADDRESS) is no e-mail address'),
		]);
	});
});

describe('an item of Update that changes nothing', () => {
	it('gives the record as it is, says so once beside the output, and does not stop the others', async () => {
		const { sandbox, run } = await openAccount();
		const { CONTACT_ID: id } = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		const { items, error, runData } = await run(
			{
				resource: 'contact',
				operation: 'update',
				recordId: byId(id),
				fields: mapped({ TITLE: '={{ $json.title }}' }),
			},
			{ items: itemsOf({}, { title: 'Dr' }, {}) },
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.FIRST_NAME)).toEqual(['Ada', 'Ada', 'Ada']);
		expect(sandbox.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
		const hints = Object.values(runData ?? {}).flatMap(([task]) => task.hints ?? []);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Some items change nothing/),
		]);
	});
});
