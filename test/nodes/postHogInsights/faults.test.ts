import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../../sandbox/shared';
import { skipWaits } from './skipWaits';
import { locator, openStage, type Stage } from './support';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: jest.fn(),
}));

const PASSING: Fault[] = [
	{ kind: 'status', status: 429, headers: { 'Retry-After': '2' } },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 502, text: '<html>Bad Gateway</html>' },
	{ kind: 'status', status: 503, headers: { 'Retry-After': '3' } },
	{ kind: 'status', status: 504 },
	{ kind: 'drop', when: 'before acting' },
	{ kind: 'drop', when: 'after acting' },
	{ kind: 'truncate' },
	{ kind: 'html' },
	{ kind: 'empty' },
	{ kind: 'broken json' },
];

describe('when something goes wrong on the way', () => {
	let stage: Stage;

	beforeEach(async () => {
		skipWaits();
		stage = await openStage();
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
		jest.restoreAllMocks();
	});

	const fail = (fault: Fault, times = 1) => stage.sandbox.faults.next({ fault, times });

	it.each(PASSING)('a read is repeated and gives the same: %j', async (fault) => {
		fail(fault);
		const rows = await stage.rows('insight.getResult', { insight: locator(1) });
		expect(rows.length).toBeGreaterThan(0);
		expect(stage.sandbox.requests).toHaveLength(2);
	});

	it.each(PASSING)('a new insight is never made twice: %j', async (fault) => {
		const before = stage.sandbox.store.all(1).length;
		fail(fault);
		await stage.run('insight.create', { name: 'Once' });
		const made = stage.sandbox.store.all(1).length - before;
		expect(made).toBeLessThanOrEqual(1);
		const isSafe = 'status' in fault && (fault.status === 429 || fault.status === 503);
		expect(stage.sandbox.requests).toHaveLength(isSafe ? 2 : 1);
	});

	it.each([
		[{ kind: 'status', status: 500 }, 'PostHog could not process the request at the moment'],
		[{ kind: 'html' }, 'PostHog answered with something other than data'],
		[
			{ kind: 'redirect', to: 'https://elsewhere.example.com/' },
			'PostHog sent the request on to another address, which was not followed',
		],
		[{ kind: 'drop', when: 'before acting' }, expect.stringContaining('broke off')],
	] as Array<[Fault, string]>)('it says so when it does not pass: %j', async (fault, message) => {
		fail(fault, 20);
		const { error } = await stage.run('insight.get', { insight: locator(1) });
		expect(error?.message).toEqual(message);
	});

	it('the key is found nowhere', async () => {
		const { apiKey } = stage.sandbox;
		for (const fault of PASSING) {
			stage.sandbox.faults.clear();
			fail(fault, 20);
			const { error, items, runData } = await stage.run(
				'insight.get',
				{ insight: locator(1) },
				{ continueOnFail: true },
			);
			const seen = new Set<unknown>();
			const text = JSON.stringify([error, items, runData], (_key, value: unknown) => {
				if (typeof value !== 'object' || value === null) return value;
				if (seen.has(value)) return undefined;
				seen.add(value);
				return value instanceof Error
					? { ...value, message: value.message, stack: value.stack, cause: value.cause }
					: value;
			});
			expect(text).not.toContain(apiKey);
		}
	});

	it('hostile texts arrive as they are', async () => {
		const names = ['"; drop table', '🦔 {{ $json }}', '<b>&amp;</b>', '\\u0000\n\t', '../..%2f?#'];
		for (const name of names) {
			const [row] = await stage.rows(
				'insight.create',
				{
					name: '={{ $json.name }}',
					additionalFields: { tags: '={{ [$json.name] }}' },
				},
				{ items: [{ json: { name } as IDataObject }] },
			);
			expect(row.name).toBe(name.trim());
		}
		for (const name of names) {
			const found = await stage.rows(
				'insight.getMany',
				{
					filters: { search: '={{ $json.name }}' },
				},
				{ items: [{ json: { name } as IDataObject }] },
			);
			expect(found).toHaveLength(1);
		}
	});
});
