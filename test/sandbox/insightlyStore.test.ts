import { createInsightlySandbox } from '../../sandbox/insightly';
import { Table } from '../../sandbox/insightly/store/table';

describe('A table', () => {
	it('stays in ascending order whatever is added or deleted where', () => {
		const table = new Table(1);
		for (const id of [5, 9, 2, 7, 1]) table.put(id, { id });
		expect(table.idsBetween()).toEqual([1, 2, 5, 7, 9]);
		table.delete(5);
		table.delete(1);
		expect(table.rows()).toEqual([{ id: 2 }, { id: 7 }, { id: 9 }]);
		expect(table.idsBetween(1, 2)).toEqual([7]);
		expect(table.nextId()).toBe(10);
		expect(table.delete(5)).toBe(false);
	});

	it('counts the writes of a row', () => {
		const table = new Table(1);
		table.put(1, { name: 'a' });
		table.put(1, { name: 'b' });
		expect([table.versionOf(1), table.versionOf(2), table.size]).toEqual([2, 0, 1]);
	});
});

describe('The store of a sandbox', () => {
	const { store, clock } = createInsightlySandbox({ seed: 'empty', clock: '2026-03-01T10:00:00Z' });

	it('fills in what a test does not say, and keeps what it says', () => {
		const LINKS = [{ LINK_OBJECT_NAME: 'Contact', LINK_OBJECT_ID: 1 }];
		const task = store.insert('Tasks', {
			TASK_ID: 77,
			TITLE: 'Call',
			LINKS,
			DATE_UPDATED_UTC: '2026-02-01 00:00:00',
		});
		expect(task).toMatchObject({
			TASK_ID: 77,
			STATUS: 'NOT STARTED',
			DATE_CREATED_UTC: '2026-03-01 10:00:00',
			DATE_UPDATED_UTC: '2026-02-01 00:00:00',
			LINKS: [{ ...LINKS[0], OBJECT_NAME: 'Task', OBJECT_ID: 77 }],
		});
		expect(task.CUSTOMFIELDS).toHaveLength(10);
	});

	it('dates changes by the clock', () => {
		const { CONTACT_ID } = store.insert('Contacts', { FIRST_NAME: 'Zoe' });
		clock.advance(90_000);
		const changed = store.update('Contacts', Number(CONTACT_ID), { TITLE: 'Boss' });
		expect(changed).toMatchObject({
			FIRST_NAME: 'Zoe',
			TITLE: 'Boss',
			DATE_UPDATED_UTC: '2026-03-01 10:01:30',
		});
		expect(store.remove('Contacts', Number(CONTACT_ID))).toBe(true);
		expect(() => store.update('Contacts', Number(CONTACT_ID), {})).toThrow(RangeError);
	});

	it('knows no collection that the account does not have', () => {
		expect(() => store.table('Products')).toThrow(RangeError);
	});
});
