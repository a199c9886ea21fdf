import type { INodeParameters } from 'n8n-workflow';

import { byId, mapped } from '../../support/formValues';
import { openAccount } from './account';

const ada = { email: 'ada@example.com', first: 'Ada', accountid: 7 };

const contact = (operation: string, options: INodeParameters, values = ada) => ({
	resource: 'contact',
	operation,
	fields: mapped(values, 'email'),
	options,
});

const open = async () => {
	const account = await openAccount();
	const { id } = account.sandbox.store.insert('contacts', {
		...ada,
		modifieddate: '2026-03-01 12:00:00',
	});
	const writes = () => account.calls().filter((call) => !call.startsWith('GET'));
	return { ...account, writes, record: { recordId: byId(id) } };
};

describe('a record that already says all that is mapped', () => {
	it.each([
		['upsert', {}],
		['update', { skipIfUnchanged: true }],
	])('is left alone by %s, and says so', async (operation, options) => {
		const { rows, writes, record } = await open();
		const [row] = await rows({ ...contact(operation, options), ...record });
		expect(row).toMatchObject({ ...ada, unchanged: true });
		expect(writes()).toEqual([]);
	});

	it('is read whole before fields are compared that its list leaves out', async () => {
		const { rows, calls } = await openAccount({ switches: { shortLists: true } });
		const company = {
			resource: 'account',
			operation: 'upsert',
			fields: mapped({ name: 'Harbour', slaid: 125_357 }, 'name'),
		};
		await rows(company);
		const [again] = await rows(company);
		expect(again).toMatchObject({ unchanged: true, slaid: 125_357 });
		expect(calls().slice(2)).toEqual(['GET /accounts', `GET /accounts/${String(again.id)}`]);
	});

	it('is marked inside its envelope', async () => {
		const { rows } = await open();
		const [row] = await rows(contact('upsert', { rawEnvelope: true }));
		expect(row).toMatchObject({ metadata: {}, record: { ...ada, unchanged: true } });
	});

	it('is written all the same where the option is off', async () => {
		const { rows, writes } = await open();
		const [row] = await rows(contact('upsert', { skipIfUnchanged: false }));
		expect(row.unchanged).toBeUndefined();
		expect(writes()).toHaveLength(1);
	});
});

describe('a record that was changed later than the values', () => {
	const echo = { ...ada, first: 'Echo' };

	it.each(['upsert', 'update'])('is left alone by %s, and says so', async (operation) => {
		const { rows, writes, record } = await open();
		for (const notChangedSince of ['2026-03-01T11:59:59Z', '2026-03-01 11:59:59']) {
			const [row] = await rows(
				{ ...contact(operation, { notChangedSince }, echo), ...record },
				{ timezone: 'America/New_York' },
			);
			expect(row).toMatchObject({ first: 'Ada', changedSince: true });
		}
		expect(writes()).toEqual([]);
	});

	it.each(['upsert', 'update'])('is written by %s from that very moment on', async (operation) => {
		const { rows, record } = await open();
		const options = { notChangedSince: '2026-03-01T12:00:00Z' };
		const [row] = await rows({ ...contact(operation, options, echo), ...record });
		expect(row).toMatchObject({ first: 'Echo' });
	});
});

describe('a record whose type does not say when it was changed', () => {
	it('is refused where that matters', async () => {
		const { complaint, sandbox } = await openAccount();
		sandbox.store.insert('campaigns', { name: 'X' });
		const text = await complaint({
			...{ resource: 'campaign', operation: 'upsert', fields: mapped({ name: 'X' }, 'name') },
			options: { notChangedSince: '2026-05-01T12:00:00Z' },
		});
		expect(text).toContain('does not say when');
	});
});

describe('the account of a contact', () => {
	it('is found by its name, or created, once for many contacts', async () => {
		const { rows, sandbox } = await openAccount();
		const fields = mapped({ email: '={{ $json.email }}', last: 'X' }, 'email');
		const items = Array.from({ length: 6 }, (_, index) => ({
			json: { email: `${index}@example.com` },
		}));
		await rows(
			{ resource: 'contact', operation: 'upsert', fields, options: { accountName: ' Babbage ' } },
			{ items },
		);
		const accounts = sandbox.store.all('accounts').filter(({ name }) => name === 'Babbage');
		expect(accounts).toHaveLength(1);
		expect(sandbox.store.all('contacts').map(({ accountid }) => accountid)).toEqual(
			items.map(() => accounts[0].id),
		);
		expect(sandbox.violations).toEqual([]);
	});
});
