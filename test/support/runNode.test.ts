import { EchoApi, EchoNode, SignedEchoApi } from './__fixtures__/echoNode';
import { EchoServer } from './__fixtures__/echoServer';
import {
	availableEngines,
	closeExpressionEngine,
	useExpressionEngine,
	type ExpressionEngine,
} from './n8n/expressionEngine';
import { listSearch, loadOptions, resourceMapperFields } from './nodeMethods';
import { runNode, type Door, type RunOptions } from './runNode';
import { testCredential } from './testCredential';

const credentialTypes = [new EchoApi(), new SignedEchoApi()];
const doors: Door[] = ['custom', 'routing'];
const ways = doors.flatMap((door) => availableEngines.map((engine) => [door, engine] as const));

let server: EchoServer;

beforeAll(async () => {
	server = await EchoServer.start();
});

afterAll(async () => {
	await server.close();
	await closeExpressionEngine();
});

function options(overrides: Partial<RunOptions>): RunOptions {
	return {
		parameters: {},
		credentials: { echoApi: { key: 'KEY', url: server.url } },
		credentialTypes,
		...overrides,
	};
}

describe.each(ways)('a node run through the %s door with %s expressions', (door, engine) => {
	const way: { door: Door; expressionEngine: ExpressionEngine } = {
		door,
		expressionEngine: engine,
	};

	it('sends one signed request per item, with expressions resolved against that item', async () => {
		const result = await runNode(
			new EchoNode(),
			options({
				...way,
				parameters: { path: '=/things/{{ $json.id }}?from={{ $("Start").item.json.id }}' },
				items: [{ json: { id: 1 } }, { json: { id: 2 } }],
			}),
		);

		expect(result.error).toBeUndefined();
		expect(result.items.map((item) => item.json.url)).toEqual([
			'/things/1?from=1',
			'/things/2?from=2',
		]);
		const basic = `Basic ${Buffer.from('KEY:').toString('base64')}`;
		expect(result.items[0].json.headers).toMatchObject({ authorization: basic });
	});

	it('signs with the function of a credential type that has one', async () => {
		const result = await runNode(
			new EchoNode(),
			options({
				...way,
				parameters: { authentication: 'signed' },
				credentials: { signedEchoApi: { key: 'ME', url: server.url } },
			}),
		);

		expect(result.items[0].json.headers).toMatchObject({ 'x-signed-by': 'ME' });
	});

	it('reports a refusal as the result’s error, with its status and item', async () => {
		const result = await runNode(
			new EchoNode(),
			options({ ...way, parameters: { path: '/status/404' } }),
		);

		expect(result.items).toEqual([]);
		expect(result.error).toMatchObject({ httpCode: '404', context: { itemIndex: 0 } });
	});

	it('goes on to the next item when the node continues on fail', async () => {
		const result = await runNode(
			new EchoNode(),
			options({
				...way,
				parameters: { path: '={{ $json.path }}' },
				items: [{ json: { path: '/status/500' } }, { json: { path: '/fine' } }],
				continueOnFail: true,
			}),
		);

		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(2);
		expect(result.items[0].error ?? result.items[0].json.error).toBeDefined();
		expect(result.items[1].json.url).toBe('/fine');
	});
});

describe('the two doors', () => {
	it('differ in that only the custom door reaches custom operations', async () => {
		const parameters = { operation: 'attach', path: '/things' };
		const custom = await runNode(new EchoNode(), options({ parameters, door: 'custom' }));
		const routing = await runNode(new EchoNode(), options({ parameters, door: 'routing' }));

		expect(custom.items[0].json.through).toBe('custom operation');
		expect(routing.items[0].json.url).toBe('/things');
	});

	it('link items as n8n does: by the engine on the custom door, not at all on the routing door', async () => {
		const items = [{ json: { id: 1 } }, { json: { id: 2 } }];
		const custom = await runNode(new EchoNode(), options({ items, door: 'custom' }));
		const routing = await runNode(new EchoNode(), options({ items, door: 'routing' }));

		expect(custom.items.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(routing.items.map((item) => item.pairedItem)).toEqual([undefined, undefined]);
	});

	it('keep binary data in memory: what an item carries can be read, what is prepared is in the item', async () => {
		const file = { data: Buffer.from('hello').toString('base64'), mimeType: 'text/plain' };
		const result = await runNode(
			new EchoNode(),
			options({
				parameters: { operation: 'attach', path: '/abc' },
				items: [{ json: {}, binary: { file } }],
			}),
		);

		expect(result.items[0].json.read).toBe('hello');
		const { data, mimeType } = result.items[0].binary?.data ?? {};
		expect(mimeType).toBe('text/plain');
		expect(Buffer.from(data ?? '', 'base64').toString()).toBe('/abc');
	});

	it('refuse to run a node whose credential is not set, as n8n does', async () => {
		const result = await runNode(new EchoNode(), options({ credentials: {} }));

		expect(result.items).toEqual([]);
		expect(result.error?.message).toMatch(/credentials/i);
	});
});

describe.each(availableEngines)('a node’s methods with %s expressions', (engine) => {
	beforeAll(async () => await useExpressionEngine(engine));

	const credentials = () => ({ echoApi: { key: 'KEY', url: server.url } });

	it('search a list with filter and page', async () => {
		const page = await listSearch(new EchoNode(), 'searchThings', {
			credentials: credentials(),
			credentialTypes,
			filter: 'acme',
			paginationToken: '7',
		});

		expect(page.results[0].name).toBe('/search?filter=acme&page=7');
		expect(page.paginationToken).toBe('2');
	});

	it('see the form’s parameters completed with their defaults', async () => {
		const method = { credentialTypes };

		expect(await loadOptions(new EchoNode(), 'operations', method)).toEqual([
			{ name: 'send', value: 'send' },
		]);
		expect(
			await loadOptions(new EchoNode(), 'operations', {
				...method,
				parameters: { operation: 'attach' },
			}),
		).toEqual([{ name: 'attach', value: 'attach' }]);
	});

	it('give the fields of a resource mapper', async () => {
		const { fields } = await resourceMapperFields(new EchoNode(), 'fields', { credentialTypes });

		expect(fields.map((field) => field.id)).toEqual(['NAME']);
	});
});

describe.each(availableEngines)('the test of a credential with %s expressions', (engine) => {
	beforeAll(async () => await useExpressionEngine(engine));

	it('passes when its request is answered', async () => {
		const verdict = await testCredential(new EchoApi(), { key: 'KEY', url: server.url });

		expect(verdict).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it('shows the message of the rule for the answered status', async () => {
		const verdict = await testCredential(new EchoApi(), { key: 'wrong', url: server.url });

		expect(verdict).toEqual({ status: 'Error', message: 'Check the key' });
	});

	it('shows the reason when nothing answers', async () => {
		const verdict = await testCredential(new EchoApi(), { key: 'KEY', url: 'http://127.0.0.1:9' });

		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/ECONNREFUSED|connect/);
	});

	it('calls the function that the node names', async () => {
		const verdict = await testCredential(
			new SignedEchoApi(),
			{ key: 'right', url: '' },
			new EchoNode(),
		);

		expect(verdict).toEqual({ status: 'OK', message: 'Welcome' });
	});
});
