import { createAccount } from '../../sandbox/insightly/account';
import { unusedBehaviours } from '../../sandbox/insightly/behaviours';
import { createInsightlyRouter } from '../../sandbox/insightly/dispatch';
import { endpoints } from '../../sandbox/insightly/spec';
import { Store } from '../../sandbox/insightly/store/store';
import { defaultSwitches } from '../../sandbox/insightly/switches';
import { createClock } from '../../sandbox/shared/clock';
import type { SandboxClient } from './support/client';
import { startSandbox } from './support/client';
import { exampleCall } from './support/exampleCalls';
import { prepareExamples } from './support/exampleRecords';

const VERBS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];

function routerWithVehicles() {
	const clock = createClock();
	const switches = defaultSwitches();
	const store = new Store(clock, switches);
	store.insert('CustomObjects', { OBJECT_NAME: 'Vehicle__c' });
	return createInsightlyRouter(createAccount(store, clock, switches));
}

/** A path that fits a template, with letters where letters are allowed. */
function fill(template: string): string {
	return template
		.replace('/{objectName}', template.startsWith('/CustomFields') ? '/Contacts' : '/Vehicle__c')
		.replace(/\{(id|\w+_id|\w+Id)\}/g, '12')
		.replace(/\{\w+\}/g, 'word');
}

describe('The routes of the Insightly sandbox', () => {
	const router = routerWithVehicles();

	it('are the 530 operations of the specification', () => {
		const rows = endpoints.map(({ method, path }) => `${method} ${path}`);
		expect(new Set(rows).size).toBe(530);
	});

	it('lead every operation to itself', () => {
		const astray = endpoints.filter(({ method, path }) => {
			const match = router.find(method, fill(path));
			return match.kind !== 'found' || match.value.endpoint.path !== path;
		});
		expect(astray).toEqual([]);
	});

	it('refuse every other verb on every path', () => {
		const known = new Set(endpoints.map(({ method, path }) => `${method} ${fill(path)}`));
		const open = endpoints.flatMap(({ path }) =>
			VERBS.filter((verb) => !known.has(`${verb} ${fill(path)}`)).filter(
				(verb) => router.find(verb, fill(path)).kind !== 'wrong verb',
			),
		);
		expect(open).toEqual([]);
	});

	it.each([
		'/',
		'/Attachments',
		'/Search/Contacts',
		'/Contacts/12/Convert',
		'/Contacts/word',
		'/Tasks/SearchByTag',
		'/Leads/12/Links',
		'/Unknown__c',
		'/Contacts/12/Tags/VIP',
	])('do not know %s', (path) => {
		expect(router.find('GET', path).kind).toBe('unknown path');
	});

	it('leave no behaviour of the generic table without an operation', () => {
		expect(unusedBehaviours(endpoints)).toEqual([]);
	});
});

describe('Every operation of the Insightly sandbox', () => {
	let client: SandboxClient;

	beforeEach(async () => {
		client = await startSandbox({ seed: 'company' });
		prepareExamples(client.sandbox);
	});
	afterEach(async () => await client.sandbox.close());

	it('answers a correct request with its success code and counts nothing against it', async () => {
		const strange: string[] = [];
		const order = ['GET', 'POST', 'PUT', 'DELETE'];
		const sorted = [...endpoints].sort(
			(one, other) => order.indexOf(one.method) - order.indexOf(other.method),
		);
		for (const endpoint of sorted) {
			if (endpoint.method === 'DELETE') prepareExamples(client.sandbox);
			const { path, sending } = exampleCall(client.sandbox, endpoint);
			const { status, text } = await client.send(endpoint.method, path, sending);
			const expected = endpoint.method === 'DELETE' ? [202] : [200, 201, endpoint.success];
			if (!expected.includes(status)) {
				strange.push(
					`${endpoint.method} ${path} ${JSON.stringify(sending.body)} -> ${status} ${text.slice(0, 300)}`,
				);
			}
		}
		expect(strange).toEqual([]);
		expect(client.sandbox.violations).toEqual([]);
	});

	it('below a record answers 404 when there is no such record', async () => {
		const strange: string[] = [];
		for (const endpoint of endpoints.filter(({ path }) => path.includes('{id}'))) {
			const { path, sending } = exampleCall(client.sandbox, endpoint);
			const gone = path.replace(/^(\/\w+)\/\d+/, '$1/999999999');
			const { status } = await client.send(endpoint.method, gone, sending);
			if (status !== 404) strange.push(`${endpoint.method} ${gone} -> ${status}`);
		}
		expect(strange).toEqual([]);
	});
});
