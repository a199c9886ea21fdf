import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { insightlyOptions, insightlyParameters } from '../../../nodes/Insightly/parameters';
import { resources } from '../../../nodes/Insightly/resources';
import { printFigure } from '../../support/figure';

const { description } = new Insightly();

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map((operation) => ({ resource, operation, name: `${resource} ${operation.value}` })),
);

/** Fields that a user sees when the operation has just been chosen. */
function visibleFields(resource: string, operation: string): string[] {
	const chosen: INodeParameters = { resource, operation };
	const node = { typeVersion: 1, parameters: chosen } as unknown as INode;
	const filled =
		NodeHelpers.getNodeParameters(description.properties, chosen, true, false, node, description) ??
		chosen;
	return description.properties
		.filter((property) => NodeHelpers.displayParameter(filled, property, node, description))
		.map(({ name }) => name);
}

describe('the form of the Insightly node', () => {
	it('stays lean with everything in it', () => {
		const bytes = JSON.stringify(description).length;
		printFigure(
			`Insightly node, ${description.properties.length} properties, ${bytes} bytes, ${resources.length} resources, ${operations.length} operations`,
		);
		expect(description.properties.length).toBeLessThanOrEqual(150);
		expect(bytes).toBeLessThanOrEqual(150_000);
	});

	it('has a parameter for every key that an operation names, and none that no operation names', () => {
		const named = new Set(operations.flatMap(({ operation }) => [...operation.parameters]));
		expect([...named].filter((key) => !(key in insightlyParameters))).toEqual([]);
		expect(Object.keys(insightlyParameters).filter((key) => !named.has(key))).toEqual([]);
	});

	it('has an option for every key that an operation names, and none that no operation names', () => {
		const named = new Set(operations.flatMap(({ operation }) => [...(operation.options ?? [])]));
		expect([...named].filter((key) => !(key in insightlyOptions))).toEqual([]);
		expect(Object.keys(insightlyOptions).filter((key) => !named.has(key))).toEqual([]);
	});

	it('shows each operation exactly the parameters that it names', () => {
		const wrong = operations.filter(({ resource, operation }) => {
			const names = operation.parameters.map((key) => insightlyParameters[key].name);
			const possible = new Set(['resource', 'operation', 'options', ...names]);
			return visibleFields(resource, operation.value).some((name) => !possible.has(name));
		});
		expect(wrong.map(({ name }) => name)).toEqual([]);
	});

	it('gives every operation a name of its own and words for the node panel', () => {
		for (const { operations: all } of resources) {
			expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
			expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
		}
		const actions = operations.map(({ operation }) => operation.action);
		expect(new Set(actions).size).toBe(actions.length);
	});
});
