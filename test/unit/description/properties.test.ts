import type { INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { resourceProperties } from '../../../nodes/shared/description/properties';
import type { Operation, Resource } from '../../../nodes/shared/operations/types';

const operation = (value: string, ...parameters: string[]): Operation => ({
	value,
	name: value,
	action: value,
	description: value,
	endpoints: ['GET /x'],
	parameters,
	request: () => ({ method: 'GET', path: '/x' }),
});

const resource = (value: string, ...operations: Operation[]): Resource => ({
	value,
	name: value,
	operations,
});

const parameter = (name: string) =>
	({ displayName: name, name, type: 'string', default: '' }) as const;

/** Whether a form shows a parameter. */
function shows(resources: Resource[], key: string) {
	const properties = resourceProperties(
		resources,
		{ [key]: parameter(key) },
		{},
		resources[0].value,
	);
	const own = properties.filter(({ name }) => name === key);
	return {
		count: own.length,
		for: (chosen: string, op: string) =>
			own.filter(({ displayOptions }) => {
				const show = displayOptions?.show as Record<string, string[]>;
				return show.resource.includes(chosen) && show.operation.includes(op);
			}).length,
	};
}

describe('a form', () => {
	const contact = resource(
		'contact',
		operation('get', 'id'),
		operation('create'),
		operation('list'),
	);
	const country = resource('country', operation('list'));
	const comment = resource('comment', operation('create', 'id'), operation('get', 'id'));

	it('shows a parameter for exactly the operations that use it, each time once', () => {
		const resources = [contact, country, comment];
		const shown = shows(resources, 'id');
		for (const { value, operations } of resources) {
			for (const { value: op, parameters } of operations) {
				expect([value, op, shown.for(value, op)]).toEqual([value, op, parameters.length]);
			}
		}
	});

	it.each([
		[['create', 'get', 'getMany'], 'getMany'],
		[['delete', 'download', 'upload'], 'download'],
		[['create', 'getHistory', 'get'], 'get'],
		[['appendValues', 'getValues'], 'getValues'],
		[['create', 'update'], 'create'],
	])('with the operations %j opens with %s', (values, expected) => {
		const one = resource('one', ...values.map((value) => operation(value)));
		const [, operations] = resourceProperties([one], {}, {}, 'one');
		expect(operations.default).toBe(expected);
	});

	it('needs one property where one condition can say when', () => {
		const many = ['a', 'b', 'c'].map((name) =>
			resource(name, operation('get', 'id'), operation('delete', 'id'), operation('list')),
		);
		expect(shows(many, 'id').count).toBe(1);
	});

	it('has no property that no operation uses', () => {
		expect(shows([country], 'id').count).toBe(0);
	});

	it('opens with a list if there is one', () => {
		const [, operations] = resourceProperties([contact], {}, {}, 'contact');
		expect(operations.default).toBe('get');
		const [, withMany] = resourceProperties(
			[resource('x', operation('create'), operation('getMany'))],
			{},
			{},
			'x',
		);
		expect(withMany.default).toBe('getMany');
	});

	it('has one Options collection, and shows in it exactly what an operation names', () => {
		const withOptions = (value: string, ...options: string[]): Operation => ({
			...operation(value),
			options,
		});
		const resources = [
			resource('a', withOptions('get', 'x'), withOptions('list', 'x', 'y'), operation('delete')),
			resource('b', withOptions('get', 'x', 'z'), withOptions('list', 'y')),
		];
		const pool = { x: parameter('x'), y: parameter('y'), z: parameter('z') };
		const found = resourceProperties(resources, {}, pool, 'a').filter(
			({ name }) => name === 'options',
		);
		expect(found).toHaveLength(1);
		for (const { value, operations } of resources) {
			for (const { value: op, options = [] } of operations) {
				const chosen = { resource: value, operation: op };
				const isShown = (one: INodeProperties): boolean =>
					NodeHelpers.displayParameter(chosen, one, null, null, chosen);
				const entries = found.filter(isShown).flatMap((one) => one.options as INodeProperties[]);
				expect(entries.filter(isShown).map(({ name }) => name)).toEqual(options);
			}
		}
	});

	it('lets rare resources share an Operation list that says the same of a record', () => {
		const rare = (value: string): Resource => ({
			...resource(value, { ...operation('get'), description: `Get one ${value}` }),
			isRare: true,
		});
		const lists = (resources: Resource[]) =>
			resourceProperties(resources, {}, {}, 'a').filter(({ name }) => name === 'operation');
		expect(lists([rare('country'), rare('currency')])).toMatchObject([
			{ options: [{ name: 'get', description: 'Get one record' }] },
		]);
		expect(lists([rare('country')])).toMatchObject([
			{ options: [{ description: 'Get one country' }] },
		]);
		expect(lists([resource('country', operation('get')), rare('currency')])).toHaveLength(2);
	});
});
