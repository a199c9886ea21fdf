import { createSpotlerSandbox } from '../../sandbox/spotler';
import type { SpotlerSwitches } from '../../sandbox/spotler/switches';
import { defaultSwitches } from '../../sandbox/spotler/switches';
import { reading, type Wish } from '../../scripts/verify/fact';
import { verify } from '../../scripts/verify/services';
import { SpotlerAccount, spotlerTarget } from '../../scripts/verify/spotlerCrm/account';
import { spotlerFacts } from '../../scripts/verify/spotlerCrm/facts';

async function verifySandbox(
	switches: Partial<SpotlerSwitches>,
	wish: Wish = { allowed: ['write'] },
) {
	// More contacts than a page holds, and one file.
	const sandbox = createSpotlerSandbox({ accounts: 60, switches });
	const document = sandbox.store.insert('documents', { name: 'a.txt' });
	const file = { name: 'a.txt', type: 'text/plain', content: Buffer.from('a') };
	sandbox.store.files.set(Number(document.id), file);
	const { url } = await sandbox.start();
	const wait = async () => undefined;
	const account = new SpotlerAccount(spotlerTarget(url, sandbox.accessToken, wait));
	const before = sandbox.store.all('accounts').length;
	try {
		const verified = await verify(spotlerFacts, account, wish);
		return { ...verified, before, after: sandbox.store.all('accounts').length };
	} finally {
		await sandbox.close();
	}
}

const factIn = ({ findings }: Awaited<ReturnType<typeof verifySandbox>>, name: string) =>
	findings.find((finding) => finding.name === name);

const SHAPES = {
	dictionary: [
		...(['array', 'records', 'fields', 'items', 'data', 'record', 'keyed'] as const),
		...(['keyed types', 'useless', 'refused'] as const),
	],
	lookup: ['array', 'list', 'texts', 'records', 'keyed'] as const,
};

/** Each switch with every reading that is not its default. */
const FLIPS: ReadonlyArray<Partial<SpotlerSwitches>> = [
	{ pageBase: 0 },
	{ pageZero: 'empty' },
	{ pageZero: '400' },
	{ pastEnd: '404' },
	{ omitHasMore: true },
	{ omitTotal: true },
	{ maxLimit: '422' },
	{ largestPage: 25 },
	{ deniesMore: true },
	{ extraTotal: 2 },
	{ authFailure: 403 },
	{ authFailure: 401 },
	{ authFailure: 301 },
	{ gated: ['cases', 'campaigns'] },
	{ missingRecord: 'empty object' },
	{ missingRecord: 'null record' },
	{ missingRecord: 'empty' },
	{ patchStatus: 201 },
	{ deleteBody: 'empty' },
	{ escapedSlashes: false },
	...SHAPES.dictionary.map((dictionary) => ({ dictionary })),
	...SHAPES.lookup.map((lookup) => ({ lookup })),
	{ linesAt: 'item' },
	{ values: 'mixed' },
	{ shortLists: false },
	{ unknownField: 'ignore' },
	{ idComparison: 'ignore' },
	{ caseSensitive: true },
	{ unlisted: '422' },
	{ namesFiles: false },
	{ dateHeader: false },
];

describe('verify:live on the Spotler CRM sandbox', () => {
	it('finds every fact as the sandbox has it, and leaves nothing behind', async () => {
		const verified = await verifySandbox({});
		expect(verified.findings.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
		const open = verified.findings.filter(({ verdict }) => verdict !== 'as the sandbox');
		expect(open.map(({ name }) => name)).toEqual(['planGate', 'callLimitStatus']);
		expect(verified.stayed).toEqual([]);
		expect(verified.after).toEqual(verified.before);
	});

	it.each(FLIPS)('names the fact that is otherwise: %j', async (switches) => {
		const [[name, value]] = Object.entries(switches);
		const finding = factIn(await verifySandbox(switches), name);
		expect(finding).toMatchObject({ verdict: 'differs', service: reading(value) });
	});

	it.each([402, 403, 404] as const)('sees how an object is refused: %i', async (planGate) => {
		const verified = await verifySandbox({ gated: ['cases'], planGate });
		expect(factIn(verified, 'planGate')).toMatchObject({ service: String(planGate) });
	});

	it.each([429, 402] as const)('sees the end of the calls: %i', async (callLimitStatus) => {
		const verified = await verifySandbox({ callLimit: 12, callLimitStatus });
		expect(factIn(verified, 'callLimitStatus')).toMatchObject({ service: String(callLimitStatus) });
		expect(factIn(verified, 'callLimit')).toMatchObject({ verdict: 'differs' });
	});

	it('sees the zone of dates', async () => {
		const verified = await verifySandbox({ timeZone: 'Asia/Tokyo' });
		expect(factIn(verified, 'timeZone')).toMatchObject({
			verdict: 'differs',
			service: '+540 minutes from UTC',
		});
	});

	it('has a fact for every switch, and tries each', () => {
		const names = Object.keys(defaultSwitches());
		const facts = spotlerFacts.map(({ name }) => name);
		expect(facts).toEqual(expect.arrayContaining(names));
		const tried = FLIPS.flatMap((switches) => Object.keys(switches));
		expect(
			[...new Set([...tried, ...['planGate', 'callLimit', 'callLimitStatus', 'timeZone']])].sort(),
		).toEqual(names.sort());
	});
});
