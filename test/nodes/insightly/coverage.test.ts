import { endpoints } from '../../../sandbox/insightly/spec';
import { printFigure } from '../../support/figure';
import { openAccount, type InsightlyAccount } from './account';
import { takeWalk, type Walk } from './walk/takeWalk';

const documented = endpoints.map(({ method, path }) => `${method} ${path}`);

describe('a walk through every operation below every record type', () => {
	let walk: Walk;
	let violations: InsightlyAccount['sandbox']['violations'];

	beforeAll(async () => {
		const account = await openAccount({ seed: 'company' });
		walk = await takeWalk(account, 'custom');
		({ violations } = account.sandbox);
	}, 120_000);

	it('is taken without one refusal', () => {
		expect(walk.failures).toEqual([]);
	});

	it('sends nothing that the strict sandbox would call wrong', () => {
		expect(violations).toEqual([]);
	});

	it('reaches every operation of the v3.1 specification', () => {
		const missed = documented.filter((endpoint) => !walk.reached.has(endpoint));
		const reached = documented.length - missed.length;
		printFigure(`Insightly API, ${reached} of ${documented.length} operations reached`);
		expect(missed).toEqual([]);
		expect(documented).toHaveLength(530);
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

	it('is what the operations say about themselves: together they name the whole specification, and nothing else', () => {
		const said = new Set<string>(
			[...walk.byStep.keys()].flatMap(({ operation }) => operation.endpoints),
		);
		expect([...said].sort()).toEqual([...documented].sort());
	});
});
