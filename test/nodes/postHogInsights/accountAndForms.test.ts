import { PostHogInsightsApi } from '../../../credentials/PostHogInsightsApi.credentials';
import { postHogBaseUrl } from '../../../nodes/PostHogInsights/api/baseUrl';
import { PostHogInsights } from '../../../nodes/PostHogInsights/PostHogInsights.node';
import { listSearch } from '../../support/nodeMethods';
import { testCredential } from '../../support/testCredential';
import { locator, openStage, type Stage } from './support';

describe('the PostHog credential', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	});

	beforeEach(() => {
		stage.sandbox.requests.length = 0;
	});

	afterAll(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	const press = async (apiKey?: string) =>
		await testCredential(
			new PostHogInsightsApi(),
			stage.credentials(apiKey).postHogInsightsApi,
			new PostHogInsights(),
		);

	it('is good when the key may read insights, with one small request', async () => {
		expect(await press(stage.keyWith('insight:read'))).toMatchObject({ status: 'OK' });
		expect(stage.sandbox.requests.map(({ path, query }) => [path, query])).toEqual([
			['/api/projects/@current/insights/', { limit: '1', basic: 'true' }],
		]);
	});

	it('names the scope that is missing', async () => {
		const { status, message } = await press(stage.keyWith('query:read'));
		expect(status).toBe('Error');
		expect(message).toContain('The personal API key lacks the scope insight:read');
	});

	it('is good when the key is limited to other projects', async () => {
		const key = stage.keyWith('insight:read', 'limited');
		Object.assign(stage.sandbox.keys.get(key) ?? {}, { scopedTeams: [2] });
		const { status, message } = await press(key);
		expect([status, message]).toEqual([
			'OK',
			expect.stringContaining('limited to certain projects'),
		]);
	});

	it.each([
		['phx_wrong', 'PostHog did not accept the personal API key'],
		['phc_project', 'is a project API key, which can only send events'],
		['', 'The API key of the PostHog credential is empty'],
	])('says what is wrong with the key "%s"', async (key, expected) => {
		const { status, message } = await press(key);
		expect([status, message]).toEqual(['Error', expect.stringContaining(expected)]);
		if (key !== '') expect(message).not.toContain(key);
	});

	it.each([
		[{ region: 'us' }, 'https://us.posthog.com'],
		[{ region: 'eu', url: 'https://ignored.example.com' }, 'https://eu.posthog.com'],
		[{ region: 'selfHosted', url: 'posthog.example.com/' }, 'https://posthog.example.com'],
		[
			{ region: 'selfHosted', url: 'https://posthog.example.com/project/1/insights/abc' },
			'https://posthog.example.com',
		],
		[{ region: 'selfHosted', url: 'https://example.com/posthog' }, 'https://example.com/posthog'],
		[{ region: 'selfHosted', url: 'https://eu.i.posthog.com' }, 'https://eu.posthog.com'],
		[{ region: 'selfHosted', url: 'http://posthog:8000' }, 'http://posthog:8000'],
		[{ region: 'selfHosted', url: 'http://10.1.2.3' }, 'http://10.1.2.3'],
	])('reads %j as %s', (credentials, expected) => {
		expect(postHogBaseUrl(credentials)).toBe(expected);
	});

	it.each([
		['http://posthog.example.com', 'would send the API key unencrypted'],
		['', 'The URL of the PostHog credential is empty'],
		['not an address', 'is not an address'],
	])('refuses the address "%s"', (url, expected) => {
		expect(() => postHogBaseUrl({ region: 'selfHosted', url })).toThrow(expected);
	});

	it('sends the key to no other host', async () => {
		const credential = new PostHogInsightsApi();
		const values = { region: 'us', apiKey: 'phx_1' };
		await expect(
			credential.authenticate(values, { url: 'https://us.i.posthog.com/x' }),
		).rejects.toThrow('only sent to us.posthog.com');
		const { headers } = await credential.authenticate(values, { url: 'https://us.posthog.com/x' });
		expect(headers).toEqual({ Authorization: 'Bearer phx_1' });
	});
});

describe('what PostHog refuses', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	it.each([
		['insight.create', { name: 'x' }, 'insight:write'],
		['activity.getMany', {}, 'activity_log:read'],
		['sharing.get', { insight: locator(1) }, 'sharing_configuration:read'],
		['sharing.enable', { insight: locator(1) }, 'sharing_configuration:write'],
		['insight.cancelQuery', { queryId: 'q' }, 'query:read'],
	])('to %s names the scope', async (place, parameters, scope) => {
		const credentials = stage.credentials(stage.keyWith('insight:read'));
		const { error } = await stage.run(place, parameters, { credentials });
		expect(error?.message).toBe(`The personal API key lacks the scope ${scope}`);
	});

	it.each([
		['insight.cancelQuery', { queryId: 'q', method: 'original' }, 'personal API keys'],
		['insight.getLastViewed', { method: 'original' }, 'personal API keys'],
		['insight.delete', { insight: locator(1), method: 'original' }, 'does not delete insights'],
	])('to %s comes with the way that works', async (place, parameters, expected) => {
		const { error } = await stage.run(place, parameters);
		expect(error?.message).toContain(expected);
		expect(error?.description).toContain('Set Method to');
	});

	it('about projects says which way to look', async () => {
		const unknown = await stage.run('insight.getMany', { project: locator(77) });
		expect(unknown.error?.message).toBe('PostHog has no such project');
		const foreign = await stage.run('insight.getMany', { project: locator(9) });
		expect(foreign.error?.message).toBe('This key has no access to the project');
	});

	it.each([true, false])('of a CSV request is read (in CSV: %s)', async (csvErrors) => {
		stage.sandbox.switches.csvErrors = csvErrors;
		const { error } = await stage.run('insight.get', {
			insight: locator(99_999),
			options: { format: 'csv' },
		});
		expect(error?.message).toBe('PostHog has no such insight');
		expect(error?.description).toContain('PostHog said: Not found.');
	});

	it('for a moment is asked again after the time that PostHog names', async () => {
		const headers = { 'Retry-After': '1' };
		stage.sandbox.faults.next({ fault: { kind: 'status', status: 429, headers } });
		expect(await stage.rows('insight.getMany')).toHaveLength(3);
		const [first, second] = stage.sandbox.requests;
		expect([first.status, second.status]).toEqual([429, 200]);
		expect(second.arrivedAt - first.arrivedAt).toBeGreaterThan(950);
	});
});

describe('the lists of the form', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	const search = async (name: string, options: object = {}, apiKey?: string) =>
		await listSearch(new PostHogInsights(), name, {
			parameters: { resource: 'insight', operation: 'get', project: locator(1) },
			credentials: stage.credentials(apiKey),
			...options,
		});

	it('offer the current project and those that the key may see', async () => {
		const { results } = await search('searchProjects');
		expect(results.map(({ value }) => value)).toEqual(['@current', '1', '2', '9']);
		const found = await search('searchProjects', { filter: 'mobile' });
		expect(found.results).toEqual([{ name: 'Mobile App (2)', value: '2' }]);
	});

	it('offer the current project alone when the key may list none', async () => {
		const { results } = await search('searchProjects', {}, stage.keyWith('insight:read'));
		expect(results).toEqual([
			{ name: 'Current Project (this key lists no others)', value: '@current' },
		]);
	});

	it('say what is wrong with the key instead of hiding it', async () => {
		await expect(search('searchProjects', {}, 'phx_wrong')).rejects.toThrow(
			'PostHog did not accept the personal API key',
		);
	});

	it('find insights by a part of the name, page by page', async () => {
		for (let index = 0; index < 150; index++) stage.sandbox.store.insert({ name: `Many ${index}` });
		const first = await search('searchInsights', { filter: 'many' });
		expect(first.results).toHaveLength(100);
		const { paginationToken } = first;
		const second = await search('searchInsights', { filter: 'many', paginationToken });
		expect(second.results).toHaveLength(50);
		expect(second.paginationToken).toBeUndefined();
	});
});
