import fc from 'fast-check';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { InsightlyTrigger } from '../../../nodes/Insightly/InsightlyTrigger.node';
import type { InsightlySandboxOptions } from '../../../sandbox/insightly';
import { betweenPages, hintsOf } from '../../support/betweenPages';
import { listSearch, loadOptions } from '../../support/nodeMethods';
import { PollSimulator } from '../../support/pollSimulator';
import { openAccount } from './account';

const EVERYTHING = { resource: 'contact', operation: 'getMany', returnAll: true } as never;

/** How an account tells where its lists end, or does not. */
const TELLINGS = ['matches', 'none'] as const;

/** An account with so many contacts, all of them made a day ago. */
async function accountOf(contacts: number, switches: InsightlySandboxOptions['switches'] = {}) {
	const account = await openAccount({ clock: '2026-03-01T12:00:00Z', switches });
	const { store } = account.sandbox;
	for (let index = 0; index < contacts; index++) {
		store.insert('Contacts', { FIRST_NAME: `N${index}`, DATE_CREATED_UTC: '2026-02-28 12:00:00' });
	}
	const ids = () => store.all('Contacts').map(({ CONTACT_ID: id }) => Number(id));
	const read = async (more = {}) =>
		(await account.rows({ ...(EVERYTHING as object), ...more } as never)).map((row) =>
			Number(row.CONTACT_ID),
		);
	return { ...account, ids, read };
}

describe('a list of Insightly', () => {
	it.each(TELLINGS)('is whole where pages are shorter than asked for (total: %s)', async (told) => {
		const { ids, read, sandbox } = await accountOf(350, { largestPage: 100, totalHeader: told });
		expect(await read()).toEqual(ids());
		expect(await read({ returnAll: false, limit: 250 })).toEqual(ids().slice(0, 250));
		expect(sandbox.violations).toEqual([]);
	});

	it.each(TELLINGS)('is whole where it is searched for (total: %s)', async (told) => {
		const { ids, read } = await accountOf(230, { largestPage: 100, totalHeader: told });
		const changedSince = { field: 'DATE_UPDATED_UTC', operator: 'greaterThanOrEqual' };
		const filters = { conditions: [{ ...changedSince, value: '2026-01-01T00:00:00Z' }] };
		expect(await read({ filters })).toEqual(ids());
		expect(await read({ filters, returnAll: false, limit: 150 })).toEqual(ids().slice(0, 150));
	});

	it('is whole where a count is of each page alone', async () => {
		const { ids, read } = await accountOf(1_230, { totalHeader: 'page' });
		expect(await read()).toEqual(ids());
	});

	it('costs a search with few matches one request', async () => {
		const { read, sandbox } = await accountOf(30);
		const filters = { conditions: [{ field: 'FIRST_NAME', value: 'N7' }] };
		expect(await read({ filters, returnAll: false, limit: 50 })).toHaveLength(1);
		expect(sandbox.requests).toHaveLength(1);
	});

	it('costs as many requests as it has full pages', async () => {
		const { read, sandbox } = await accountOf(2_500);
		expect(await read()).toHaveLength(2_500);
		expect(sandbox.requests).toHaveLength(5);
	});

	it('says how many rows did not come, where more are counted', async () => {
		const { ids, run } = await accountOf(520, { extraTotal: 7 });
		const result = await run(EVERYTHING);
		expect(result.items).toHaveLength(ids().length);
		expect(hintsOf(result)).toEqual([expect.stringContaining('Insightly counts 7 more')]);
	});

	it('is whole, and nothing is said, where fewer are counted than come', async () => {
		const { ids, run } = await accountOf(620, { extraTotal: -300 });
		const result = await run(EVERYTHING);
		expect(result.items).toHaveLength(ids().length);
		expect(hintsOf(result)).toEqual([]);
	});

	it.each([
		['deleted', 0],
		['deleted and as many added', 1],
		['deleted and more added', 2],
	])(
		'loses no row and repeats none when others are %s while it is read',
		async (_what, added) => {
			await fc.assert(
				fc.asyncProperty(
					fc.constantFrom(1_000, 1_300, 1_499),
					fc.array(fc.nat(1_200), { minLength: 1, maxLength: 4 }),
					async (count, places) => {
						const { ids, read, sandbox } = await accountOf(count);
						const stay = new Set(ids());
						betweenPages(sandbox.faults, /Contacts$/, (page) => {
							const place = places[page - 1];
							if (place === undefined) return;
							const gone = ids()[place % ids().length];
							stay.delete(gone);
							sandbox.store.remove('Contacts', gone);
							for (let more = 0; more < added; more++) {
								sandbox.store.insert('Contacts', { FIRST_NAME: 'New' });
							}
						});
						const found = await read();
						expect(new Set(found).size).toBe(found.length);
						expect([...stay].filter((id) => !found.includes(id))).toEqual([]);
						await sandbox.close();
					},
				),
				{ numRuns: 6 },
			);
		},
		60_000,
	);
});

describe('lists to pick from', () => {
	const users = async (switches: InsightlySandboxOptions['switches'] = {}) => {
		const account = await openAccount({ switches });
		const { store } = account.sandbox;
		for (let index = 0; index < 620; index++) {
			store.insert('Users', { FIRST_NAME: `User ${index}`, ACTIVE: index > 600 });
		}
		return account;
	};

	it.each(TELLINGS)('have the newest users, however many left before (total: %s)', async (told) => {
		const { credentials, sandbox } = await users({ totalHeader: told, largestPage: 90 });
		const options = await loadOptions(new Insightly(), 'getUsers', {
			parameters: { resource: 'task', operation: 'create' },
			credentials,
		});
		const names = options.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['User 601', 'User 619']));
		expect(names).not.toContain('User 7');
		expect(sandbox.violations).toEqual([]);
	});

	it.each(TELLINGS)('go on where a page of records is short (total: %s)', async (told) => {
		const { credentials, ids } = await accountOf(130, { largestPage: 40, totalHeader: told });
		const found: number[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await listSearch(new Insightly(), 'searchRecords', {
				parameters: { resource: 'contact', operation: 'get' },
				credentials,
				...(paginationToken ? { paginationToken } : {}),
			});
			found.push(...page.results.map(({ value }) => Number(value)));
			paginationToken = page.paginationToken as string | undefined;
		} while (paginationToken !== undefined);
		expect(found).toEqual(ids());
	});
});

describe('the trigger', () => {
	it.each(TELLINGS)('reports all records where pages are short (total: %s)', async (told) => {
		const { sandbox, credentials } = await openAccount({
			clock: '2026-03-01T12:00:00Z',
			switches: { largestPage: 40, totalHeader: told },
		});
		const simulator = await PollSimulator.create({
			engine: 'memory',
			nodeType: new InsightlyTrigger(),
			parameters: { resource: 'contact', event: 'created' } as never,
			credentials,
		});
		await simulator.activate();
		sandbox.clock.advance(60_000);
		for (let index = 0; index < 130; index++) {
			sandbox.store.insert('Contacts', { FIRST_NAME: `N${index}` });
		}
		sandbox.clock.advance(60_000);
		await simulator.tick();
		expect(simulator.errors).toEqual([]);
		expect(simulator.items).toHaveLength(130);
	});
});
