import type { INodeParameters } from 'n8n-workflow';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { listSearch } from '../../support/nodeMethods';
import { BOTH_DOORS, byId, mapped, openAccount } from './account';

const linkTo = (recordType: string, id: unknown) => ({
	records: [{ recordType, record: byId(id) }],
});

const newTask = (more: INodeParameters): INodeParameters => ({
	resource: 'task',
	operation: 'create',
	fields: mapped({ TITLE: 'Get in touch' }),
	...more,
});

describe('a new task', () => {
	it.each(BOTH_DOORS)('is linked to its contact in one step, through the %s door', async (door) => {
		const { sandbox, rows } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		const [task] = await rows(newTask({ linkTo: linkTo('contact', CONTACT_ID) }), { door });
		const link = { LINK_OBJECT_NAME: 'Contact', LINK_OBJECT_ID: CONTACT_ID };
		expect(task).toMatchObject({ TITLE: 'Get in touch', LINKS: [link] });
		expect(sandbox.store.all('Tasks')).toMatchObject([{ LINKS: [link] }]);
		expect(sandbox.violations).toEqual([]);
	});

	it('takes the contact of each item', async () => {
		const { sandbox, rows } = await openAccount();
		const contacts = ['Ada', 'Grace'].map((FIRST_NAME) =>
			sandbox.store.insert('Contacts', { FIRST_NAME }),
		);
		await rows(newTask({ linkTo: linkTo('contact', '={{ $json.CONTACT_ID }}') }), {
			items: contacts.map(({ CONTACT_ID }) => ({ json: { CONTACT_ID: Number(CONTACT_ID) } })),
		});
		const linked = sandbox.store.all('Tasks').map(({ LINKS }) => (LINKS as object[])[0]);
		expect(linked).toMatchObject(
			contacts.map(({ CONTACT_ID }) => ({ LINK_OBJECT_ID: CONTACT_ID })),
		);
	});

	it.each([
		[linkTo('contact', '={{ $json.none }}'), 'The contact is missing'],
		[linkTo('contact', 'Ada'), '"Ada" is not the ID of a contact'],
		[linkTo('lead', 1), 'Records of the type "lead" cannot be linked to'],
	])('with the link %j is refused before anything is sent', async (wanted, message) => {
		const { sandbox, run } = await openAccount();
		const { error } = await run(newTask({ linkTo: wanted }));
		expect(error).toMatchObject({ message });
		expect(sandbox.requests).toEqual([]);
	});

	it('that cannot be linked says that it is there', async () => {
		const { sandbox, run } = await openAccount();
		const { error } = await run(newTask({ linkTo: linkTo('contact', 999) }));
		const [task] = sandbox.store.all('Tasks');
		expect(error?.message).toContain(
			`The task was created (ID ${String(task.TASK_ID)}), but not linked to the contact 999`,
		);
		expect(error?.description).toContain('Do not run the item again');
	});

	it('can pick what it is about from a list', async () => {
		const { sandbox, credentials } = await openAccount();
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada', LAST_NAME: 'Lovelace' });
		const { results } = await listSearch(new Insightly(), 'searchLinkedRecords', {
			...{ parameters: newTask({ linkTo: linkTo('contact', '') }), credentials },
			path: 'parameters.linkTo.records[0].record',
		});
		expect(results).toMatchObject([{ name: 'Ada Lovelace' }]);
	});
});

describe('a new event', () => {
	it('is linked as a task is', async () => {
		const { sandbox, rows } = await openAccount();
		const { PROJECT_ID } = sandbox.store.insert('Projects', { PROJECT_NAME: 'Move' });
		const [event] = await rows({
			...{ resource: 'event', operation: 'create', linkTo: linkTo('project', PROJECT_ID) },
			fields: mapped({
				START_DATE_UTC: '2026-07-01T10:00:00Z',
				END_DATE_UTC: '2026-07-01T11:00:00Z',
			}),
		});
		expect(event.LINKS).toMatchObject([{ LINK_OBJECT_NAME: 'Project' }]);
	});
});
