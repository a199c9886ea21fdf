import type { InsightlySwitches } from '../../../sandbox/insightly/switches';
import { byId, openAccount } from './account';
import { takeWalk } from './walk/takeWalk';

/** Where the documents disagree or are silent: the readings that are not the sandbox's first choice. */
const OTHER: Partial<InsightlySwitches> = {
	errorBodies: 'json',
	putStatus: 201,
	nestedGetStatus: 'documented',
	nestedCreateAnswer: 'object',
	customFieldSearchAnswer: 'object',
	customFieldsOnPut: 'replace',
	tagsPutShape: 'array',
	etagAs: 'none',
	updatedAfter: 'inclusive',
	serverDefaults: 'filled',
	linksInBody: 'honoured',
	childChangesBumpParent: true,
	caseSensitive: true,
};

describe('the walk, on a server that reads every uncertain fact the other way, through the routing door', () => {
	it('is taken without one refusal or violation', async () => {
		const account = await openAccount({ seed: 'company', switches: OTHER });
		const { failures } = await takeWalk(account, 'routing');
		expect(failures).toEqual([]);
		expect(account.sandbox.violations).toEqual([]);
	}, 120_000);
});

describe.each(['array', 'object'] as const)('a server that takes %s for a whole list', (shape) => {
	it.each([['New'], ['New, Kept'], ['']])('gives a record exactly the tags "%s"', async (tags) => {
		const { rows, sandbox } = await openAccount({ switches: { tagsPutShape: shape } });
		const { CONTACT_ID } = sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Ada',
			TAGS: [{ TAG_NAME: 'Old' }, { TAG_NAME: 'Kept' }],
		});
		await rows({
			resource: 'tag',
			operation: 'replace',
			recordType: 'contact',
			parentId: byId(CONTACT_ID),
			tags,
		});
		const { TAGS } = sandbox.store.get('Contacts', Number(CONTACT_ID)) as { TAGS: object[] };
		const wanted = tags.split(', ').filter(Boolean);
		expect(TAGS).toHaveLength(wanted.length);
		expect(TAGS).toEqual(
			expect.arrayContaining(wanted.map((TAG_NAME) => expect.objectContaining({ TAG_NAME }))),
		);
	});
});

describe('replacing a list by nothing', () => {
	it('takes all tags away', async () => {
		const { rows, sandbox } = await openAccount();
		const { CONTACT_ID } = sandbox.store.insert('Contacts', { TAGS: [{ TAG_NAME: 'Old' }] });
		await rows({
			resource: 'tag',
			operation: 'replace',
			recordType: 'contact',
			parentId: byId(CONTACT_ID),
			tags: '',
		});
		expect(sandbox.requests.at(-1)).toMatchObject({ method: 'PUT', body: [] });
		expect(sandbox.store.get('Contacts', Number(CONTACT_ID))?.TAGS).toEqual([]);
		expect(sandbox.violations).toEqual([]);
	});
});

describe.each(['exclusive', 'inclusive'] as const)(
	'a server whose updated_after_utc is %s',
	(updatedAfter) => {
		it('gives what hangs on a record from the very second of Updated Since on, and nothing older', async () => {
			const { rows, sandbox } = await openAccount({ switches: { updatedAfter } });
			const { TASK_ID } = sandbox.store.insert('Tasks', { TITLE: 'Call' });
			for (const second of ['29', '30', '31']) {
				const moment = `2026-03-01 12:00:${second}`;
				const BODY = `At ${second}`;
				sandbox.store.insert('Comments', { TASK_ID, BODY, DATE_UPDATED_UTC: moment });
			}
			const found = await rows({
				resource: 'comment',
				operation: 'getMany',
				recordType: 'task',
				parentId: byId(TASK_ID),
				options: { updatedSince: '2026-03-01T12:00:30Z' },
			});
			expect(found.map(({ BODY }) => BODY)).toEqual(['At 30', 'At 31']);
			expect(sandbox.violations).toEqual([]);
		});
	},
);
