import { createInsightlySandbox, type InsightlySwitches } from '../../sandbox/insightly';
import { defaultSwitches } from '../../sandbox/insightly/switches';
import { reading } from '../../scripts/verify/fact';
import { InsightlyAccount, insightlyTarget } from '../../scripts/verify/insightly/account';
import { insightlyFacts } from '../../scripts/verify/insightly/facts';
import type { Wish } from '../../scripts/verify/fact';
import { verify } from '../../scripts/verify/services';

const EVERYTHING: Wish = { allowed: ['write'] };

type Options = Parameters<typeof createInsightlySandbox>[0];

async function verifySandbox(options: Options, wish: Wish = EVERYTHING) {
	const sandbox = createInsightlySandbox({ rateLimit: false, ...options });
	const { url } = await sandbox.start();
	const wait = async (milliseconds: number) => void sandbox.clock.advance(milliseconds);
	const account = new InsightlyAccount(sandbox.apiKey, insightlyTarget(url, sandbox.apiKey, wait));
	const before = [sandbox.store.all('Contacts').length, sandbox.store.all('Tasks').length];
	try {
		const verified = await verify(insightlyFacts, account, wish);
		const after = [sandbox.store.all('Contacts').length, sandbox.store.all('Tasks').length];
		return { ...verified, before, after };
	} finally {
		await sandbox.close();
	}
}

const factIn = ({ findings }: Awaited<ReturnType<typeof verifySandbox>>, name: string) =>
	findings.find((finding) => finding.name === name);

/** Each switch with every reading that is not its default. */
const FLIPS: ReadonlyArray<Partial<InsightlySwitches>> = [
	{ errorBodies: 'json' },
	{ putStatus: 201 },
	{ nestedGetStatus: 'documented' },
	{ ifMatchStatus: 412 },
	{ tagsPutShape: 'array' },
	{ tagsPutShape: 'object' },
	{ updatedAfter: 'inclusive' },
	{ convertedLeadsListed: false },
	{ customFieldsOnPut: 'replace' },
	{ etagAs: 'header' },
	{ etagAs: 'property' },
	{ etagAs: 'none' },
	{ childChangesBumpParent: true },
	{ noteBodiesTruncated: true },
	{ createdUpdatedSkew: true },
	{ planGates: 'professional' },
	{ denied: ['Leads'] },
	{ keyOwner: 'member' },
	{ dateHeader: false },
	{ caseSensitive: true },
	{ putWithIdInPath: true },
	{ unknownQuery: 'ignore' },
	{ linksInBody: 'honoured' },
	{ nestedCreateAnswer: 'array' },
	{ nestedCreateAnswer: 'object' },
	{ customFieldSearchAnswer: 'object' },
	{ serverDefaults: 'required' },
	{ dateInput: 'iso' },
	{ planFull: true },
	{ largestPage: 50 },
	{ totalHeader: 'page' },
	{ totalHeader: 'none' },
	{ extraTotal: 3 },
];

describe('verify:live on the Insightly sandbox', () => {
	it('finds every fact as the sandbox has it, and leaves nothing behind', async () => {
		const verified = await verifySandbox({});
		expect(verified.findings.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
		expect(
			verified.findings
				.filter(({ verdict }) => verdict !== 'as the sandbox')
				.map(({ name }) => name),
		).toEqual(['largestPage', 'retryAfter', 'retryAfterOnDailyLimit']);
		expect(verified.stayed).toEqual([]);
		expect(verified.after).toEqual(verified.before);
	});

	it('only reads unless it may write', async () => {
		const verified = await verifySandbox({}, { allowed: [] });
		const notAsked = verified.findings.filter(({ verdict }) => verdict === 'not asked');
		expect(new Set(notAsked.map(({ why }) => why))).toEqual(
			new Set(['needs --write', 'needs --limits']),
		);
	});

	it.each(FLIPS)('names the fact that is otherwise: %j', async (switches) => {
		const [[name, value]] = Object.entries(switches);
		const finding = factIn(await verifySandbox({ switches }), name);
		expect(finding).toMatchObject({ verdict: 'differs', service: reading(value) });
	});

	it.each([
		['a second', true, { perSecond: 1 }, 'retryAfter', 'true'],
		['a second', false, { perSecond: 1 }, 'retryAfter', 'false'],
		['a day', true, { perSecond: 0, perDay: 3 }, 'retryAfterOnDailyLimit', 'true'],
		['a day', false, { perSecond: 0, perDay: 3 }, 'retryAfterOnDailyLimit', 'false'],
	] as const)(
		'sees whether the end of %s is told with Retry-After: %s',
		async (_limit, told, rateLimit, name, service) => {
			const switches = { retryAfter: told, retryAfterOnDailyLimit: told };
			const verified = await verifySandbox(
				{ switches, rateLimit },
				{ allowed: ['limits'], only: ['retryAfter', name] },
			);
			expect(factIn(verified, name)).toMatchObject({ service });
		},
	);

	it('has a fact for every switch, and tries each', () => {
		const names = Object.keys(defaultSwitches());
		const facts = insightlyFacts.map(({ name }) => name);
		expect(facts).toEqual(expect.arrayContaining(names));
		const tried = FLIPS.flatMap((switches) => Object.keys(switches));
		const limits = ['retryAfter', 'retryAfterOnDailyLimit'];
		expect([...new Set([...tried, ...limits])].sort()).toEqual(names.sort());
	});
});
