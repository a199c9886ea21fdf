import { createInsightlyRouter } from '../../../sandbox/insightly/dispatch';
import { endpoints } from '../../../sandbox/insightly/spec';
import { openAccount, type InsightlyAccount } from './account';
import { stepParameters, type Step } from './walk/parameters';
import { everyStep } from './walk/steps';
import { World } from './walk/world';

const FILE = {
	data: {
		data: Buffer.from('a picture').toString('base64'),
		mimeType: 'image/png',
		fileName: 'a.png',
		fileExtension: 'png',
	},
};

interface Walk {
	/** `GET /Contacts/{id}` of every request that was answered with success. */
	reached: Set<string>;
	/** The same for each step, to compare with what its operation says. */
	byStep: Map<Step, Set<string>>;
	failures: string[];
	account: InsightlyAccount;
}

let walk: Walk;

beforeAll(async () => {
	walk = await takeWalk(await openAccount({ seed: 'company' }));
}, 120_000);

async function takeWalk(account: InsightlyAccount): Promise<Walk> {
	const { sandbox, run } = account;
	const world = new World(sandbox);
	const router = createInsightlyRouter(sandbox.account);
	const taken: Walk = { reached: new Set(), byStep: new Map(), failures: [], account };
	for (const step of everyStep()) {
		const parameters = stepParameters(world, step);
		sandbox.requests.length = 0;
		const { error, items } = await run(parameters, { items: [{ json: {}, binary: FILE }] });
		if (error) taken.failures.push(`${step.name}: ${error.message} ${error.description ?? ''}`);
		else if (items.length === 0 && !step.operation.parameters.includes('limit')) {
			taken.failures.push(`${step.name}: nothing came out`);
		}
		const met = new Set<string>();
		for (const { method, path, status } of sandbox.requests) {
			const match = router.find(method, path);
			if (match.kind === 'found' && status < 300) {
				met.add(`${method} ${match.value.endpoint.path}`);
			}
		}
		met.forEach((endpoint) => taken.reached.add(endpoint));
		taken.byStep.set(step, met);
	}
	return taken;
}

const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe('a walk through every operation below every record type', () => {
	it('is taken without one refusal', () => {
		expect(walk.failures).toEqual([]);
	});

	it('sends nothing that the strict sandbox would call wrong', () => {
		expect(walk.account.sandbox.violations).toEqual([]);
	});

	it('reaches every operation of the v3.1 specification', () => {
		const missed = endpoints.map(named).filter((endpoint) => !walk.reached.has(endpoint));
		const reached = endpoints.length - missed.length;
		process.stdout.write(`Insightly API: ${reached} of ${endpoints.length} operations reached\n`);
		expect(missed).toEqual([]);
	});

	it('meets no endpoint that the operation does not name, besides those that only look something up', () => {
		const lookUps = /^GET \/(CustomFields\/\{objectName\}|Users\/Me|[^/]+\/\{id\})$/;
		const strange = [...walk.byStep].flatMap(([{ name, operation }, met]) =>
			[...met]
				.filter((one) => !(operation.endpoints as readonly string[]).includes(one))
				.filter((one) => !lookUps.test(one))
				.map((one) => `${name}: ${one}`),
		);
		expect(strange).toEqual([]);
	});

	it('is what the operations say about themselves: together they name the whole specification', () => {
		const said = new Set(
			[...walk.byStep.keys()].flatMap(({ operation }) => operation.endpoints as readonly string[]),
		);
		expect(endpoints.map(named).filter((endpoint) => !said.has(endpoint))).toEqual([]);
		const known = new Set(endpoints.map(named));
		expect([...said].filter((endpoint) => !known.has(endpoint))).toEqual([]);
	});
});
