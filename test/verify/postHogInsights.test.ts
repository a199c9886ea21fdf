import { createPostHogSandbox } from '../../sandbox/posthog';
import type { PostHogSwitches } from '../../sandbox/posthog/switches';
import { defaultSwitches } from '../../sandbox/posthog/switches';
import { reading, type Wish } from '../../scripts/verify/fact';
import { PostHogAccount, postHogTarget } from '../../scripts/verify/postHogInsights/account';
import { postHogFacts } from '../../scripts/verify/postHogInsights/facts';
import { BROKEN_NAME } from '../../scripts/verify/postHogInsights/writes';
import { verify } from '../../scripts/verify/services';

async function verifySandbox(
	switches: Partial<PostHogSwitches>,
	wish: Wish = { allowed: ['write', 'limits'] },
) {
	const sandbox = createPostHogSandbox({ switches });
	const { url } = await sandbox.start();
	const wait = async (milliseconds: number) => {
		sandbox.clock.advance(milliseconds);
		// The sandbox computes nothing, so it has to be told which query cannot be answered.
		const broken = sandbox.store.all(1).find(({ name }) => name === BROKEN_NAME);
		if (broken) broken.breaks = { text: 'Unable to resolve field: no_such_column' };
	};
	const account = new PostHogAccount(postHogTarget(url, sandbox.apiKey, wait), '@current');
	const before = sandbox.store.all(1).length;
	try {
		const verified = await verify(postHogFacts, account, wish);
		return { ...verified, before, after: sandbox.store.all(1).length };
	} finally {
		await sandbox.close();
	}
}

const factIn = ({ findings }: Awaited<ReturnType<typeof verifySandbox>>, name: string) =>
	findings.find((finding) => finding.name === name);

/** Each switch with every reading that is not its default. */
const FLIPS: ReadonlyArray<Partial<PostHogSwitches>> = [
	{ shortIdInPath: false },
	{ createdDateFilter: false },
	{ failedStatus: 'kept' },
	{ forceAsyncResult: 'stale' },
	{ knowsAsyncExceptOnCacheMiss: false },
	{ queryMovesLastModified: true },
	{ sharingAccessLevel: false },
	{ csvErrors: false },
	{ sharingPasswords: false },
	{ publicSharing: false },
	{ queryEndpoint: false },
	{ exportWaits: false },
	{ dateHeader: false },
	{ unknownQuery: 'ignore' },
	{ rateLimits: false },
	{ pastLastPage: 'empty' },
	{ largestPage: 2 },
	{ pagesTell: 'count' },
	{ pagesTell: 'next' },
	{ pagesTell: 'nothing' },
];

describe('verify:live on the PostHog sandbox', () => {
	it('finds every fact as the sandbox has it, and leaves nothing behind', async () => {
		const verified = await verifySandbox({});
		const open = verified.findings.filter(({ verdict }) => verdict !== 'as the sandbox');
		expect(open.map(({ name }) => name)).toEqual(['largestPage']);
		expect(verified.stayed).toEqual([]);
		expect(verified.after).toEqual(verified.before);
	});

	it('only reads unless it may do more', async () => {
		const { findings } = await verifySandbox({}, { allowed: [] });
		const notAsked = findings.filter(({ verdict }) => verdict === 'not asked');
		expect(notAsked).toHaveLength(8);
	});

	it.each(FLIPS)('names the fact that is otherwise: %j', async (switches) => {
		const [[name, value]] = Object.entries(switches);
		const finding = factIn(await verifySandbox(switches), name);
		expect(finding).toMatchObject({ verdict: 'differs', service: reading(value) });
	});

	it('has a fact for every switch, and tries each', () => {
		const names = Object.keys(defaultSwitches());
		const facts = postHogFacts.map(({ name }) => name);
		expect(facts).toEqual(expect.arrayContaining(names));
		const tried = FLIPS.flatMap((switches) => Object.keys(switches));
		expect([...new Set([...tried])].sort()).toEqual(names.sort());
	});
});
