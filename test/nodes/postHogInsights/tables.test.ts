import type { IDataObject, INode, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { PostHogInsights } from '../../../nodes/PostHogInsights/PostHogInsights.node';
import { PostHogInsightsTrigger } from '../../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import { resources } from '../../../nodes/PostHogInsights/resources';
import { locator, openStage, type Stage } from './support';

/** Every operation at least once, in an order in which each finds what it needs. */
const RUNS: Array<[place: string, parameters: object]> = [
	['insight.create', { name: 'New' }],
	['insight.update', { updateFields: { description: 'Changed' } }],
	['insight.get', {}],
	['insight.getMany', {}],
	['insight.getResult', {}],
	['insight.getResult', { refresh: 'async', options: { timeLimit: 1 } }],
	['insight.getPicture', {}],
	['insight.getPicture', { pictureFormat: 'text/csv' }],
	['insight.markViewed', {}],
	['insight.getLastViewed', {}],
	['insight.getLastViewed', { method: 'original' }],
	['insight.cancelQuery', { queryId: 'q' }],
	['insight.cancelQuery', { queryId: 'q', method: 'original' }],
	['activity.getMany', {}],
	['activity.getMany', { activityOf: 'insight' }],
	['sharing.enable', { options: { passwordRequired: true } }],
	['sharing.get', {}],
	['sharing.rotateToken', {}],
	['sharing.createPassword', {}],
	['sharing.deletePassword', { passwordId: '1' }],
	['sharing.disable', {}],
	['insight.delete', { method: 'original' }],
	['insight.delete', {}],
	['insight.restore', {}],
];

const operationOf = (place: string) => {
	const [resource, value] = place.split('.');
	const operations = resources.find((one) => one.value === resource)?.operations ?? [];
	return operations.find((one) => one.value === value);
};

const declaredBy = (place: string): string[] =>
	(operationOf(place)?.outputFields ?? []).map(({ name }) => name);

describe('the table of an operation', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	});

	afterAll(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	it('is tried for every operation', () => {
		const tried = new Set(RUNS.map(([place]) => place));
		const all = resources.flatMap(({ value, operations }) =>
			operations.map((operation) => `${value}.${operation.value}`),
		);
		expect([...tried].sort()).toEqual(all.sort());
	});

	describe.each([
		['number', true],
		['short ID', true],
		['short ID', false],
	] as const)('with the insight named by %s, where the server takes both: %s', (by, takesBoth) => {
		it.each(RUNS)('names every endpoint that %s %j reaches', async (place, parameters) => {
			const { sandbox } = stage;
			sandbox.switches.shortIdInPath = takesBoth;
			const { id, short_id } = sandbox.store.all(1)[0] ?? {};
			const insight = by === 'number' ? locator(id) : locator(short_id, 'shortId');
			sandbox.requests.length = 0;
			await stage.run(place, { insight, ...parameters });
			expect(sandbox.requests.length).toBeGreaterThan(0);
			const patterns = (operationOf(place)?.endpoints ?? []).map(
				(endpoint) => new RegExp(`^${endpoint.replace(/\{\w+\}/g, '[^/]+')}$`),
			);
			for (const { method, path } of sandbox.requests) {
				expect([
					`${method} ${path}`,
					patterns.some((one) => one.test(`${method} ${path}`)),
				]).toEqual([`${method} ${path}`, true]);
			}
			if (place === 'insight.delete') sandbox.store.update(id, { deleted: false });
		});
	});

	it('names the fields of the items that come out', async () => {
		const seen = new Map<string, Set<string>>();
		stage.sandbox.switches.shortIdInPath = true;
		const { id } = stage.sandbox.store.all(1)[0];
		for (const [place, parameters] of RUNS) {
			const named = { insight: locator(id), options: {}, ...parameters };
			// The short form leaves out what is empty, unless it is asked for by name.
			const whole = {
				...named,
				options: { fieldsToReturn: declaredBy(place), ...named.options },
			};
			for (const form of [named, whole]) {
				const { items, error } = await stage.run(place, form);
				if (error) continue;
				const keys = seen.get(place) ?? new Set();
				for (const { json } of items) for (const key of Object.keys(json)) keys.add(key);
				seen.set(place, keys);
			}
		}
		for (const [place, keys] of seen) {
			if (place === 'insight.getResult') continue;
			const declared = declaredBy(place);
			expect([place, [...keys].filter((key) => !declared.includes(key))]).toEqual([place, []]);
			if (place === 'sharing.disable') continue;
			expect([
				place,
				declared.filter((name) => !keys.has(name) && !OPTIONAL.includes(name)),
			]).toEqual([place, []]);
		}
		expect([...(seen.get('insight.getResult') ?? [])]).toEqual(
			expect.arrayContaining(declaredBy('insight.getResult')),
		);
	});
});

/** Only there while an insight is shared. */
const OPTIONAL = ['share_url', 'embed_url', 'image_url'];

describe('the forms', () => {
	const visible = (properties: INodeProperties[], values: IDataObject): string[] => {
		const node = { typeVersion: 1 } as INode;
		const complete =
			NodeHelpers.getNodeParameters(properties, values as never, true, true, node, null) ?? {};
		return properties
			.filter((property) => NodeHelpers.displayParameter(complete, property, node, null))
			.map(({ name }) => name);
	};

	it('show at most seven fields when an operation is first opened', () => {
		const { properties } = new PostHogInsights().description;
		for (const resource of resources) {
			for (const operation of resource.operations) {
				const values = { resource: resource.value, operation: operation.value };
				const fields = visible(properties, values);
				expect([values, fields.length <= 7]).toEqual([values, true]);
			}
		}
	});

	it('show each field of the trigger once, and at most seven besides the poll times', () => {
		const { properties } = new PostHogInsightsTrigger().description;
		for (const event of [
			'activity',
			'insightCreated',
			'insightUpdated',
			'resultChanged',
			'thresholdCrossed',
		]) {
			const fields = visible(properties, { event });
			expect([event, fields]).toEqual([event, [...new Set(fields)]]);
			expect([event, fields.length <= 7]).toEqual([event, true]);
		}
	});

	it('have few properties, because n8n walks them all for every item', () => {
		expect(new PostHogInsights().description.properties.length).toBeLessThan(40);
	});
});
