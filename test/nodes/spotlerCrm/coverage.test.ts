/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { resources } from '../../../nodes/SpotlerCrm/resources';
import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { objects, type ObjectSpec } from '../../../sandbox/spotler';
import { BOTH_DOORS, openAccount } from './account';
import { FILE, objectOf, parametersOf } from './everyOperation';

/** Operations of the sandbox, as the vendor's page and clients at work show them. */
const offered = (spec: ObjectSpec): string[] => {
	const read = [`GET /${spec.name}`];
	if (spec.isReadOnly) return read;
	const one = `/${spec.name}/{id}`;
	const file = spec.takesFiles ? [`GET ${one}/content`] : [];
	return [...read, `POST /${spec.name}`, `GET ${one}`, `PATCH ${one}`, `DELETE ${one}`, ...file];
};

const generic = (method: string, path: string): string =>
	`${method} ${path.replace(/\/\d+/, '/{id}')}`
		.replace(/datadictionary\/.+/, 'datadictionary/{object}')
		.replace(/lookup\/[^/]+\/.+/, 'lookup/{object}/{field}')
		.replace(/PATCH \/lookup\/.+/, 'PATCH /lookup/{list_name}');

describe.each(BOTH_DOORS)('every operation through the %s door', (door) => {
	it('reaches its endpoints on every object, and the strict sandbox has nothing to object to', async () => {
		const account = await openAccount();
		const reached = new Set<string>();
		const trouble: string[] = [];
		let done = 0;
		for (const resource of resources) {
			for (const operation of resource.operations) {
				account.sandbox.requests.length = 0;
				const parameters = parametersOf(account.sandbox.store, resource.value, operation.value);
				const { error, items } = await account.run(parameters, {
					door,
					items: [{ json: {}, binary: FILE }],
				});
				const name = `${resource.value}: ${operation.value}`;
				if (error) trouble.push(`${name}: ${error.message}`);
				else if (items.length === 0) trouble.push(`${name}: nothing came out`);
				else done += 1;
				const met = account.sandbox.requests.map((one) => generic(one.method, one.path));
				const said = operation.endpoints.map((one) =>
					one.replace('{object}', objectOf(resource.value)),
				);
				const isKnown = (one: string) =>
					said.includes(one) || (operation.endpoints as readonly string[]).includes(one);
				trouble.push(...met.filter((one) => !isKnown(one)).map((one) => `${name} met ${one}`));
				met.forEach((one) => reached.add(one));
			}
		}
		const wanted = [
			...objects.flatMap(offered),
			'GET /datadictionary/{object}',
			'GET /lookup/{object}/{field}',
			'PATCH /lookup/{list_name}',
		];
		const missed = wanted.filter((one) => !reached.has(one));
		process.stdout.write(
			`Spotler CRM through the ${door} door: ${done} operations on ${resources.length} resources, ` +
				`${wanted.length - missed.length} of ${wanted.length} endpoints reached\n`,
		);
		expect(trouble).toEqual([]);
		expect(missed).toEqual([]);
		expect(account.sandbox.violations).toEqual([]);
		expect(account.sandbox.alerts).toEqual([]);
	}, 60_000);
});

describe('the form of the node', () => {
	const node = new SpotlerCrm();
	const { properties } = node.description;

	it('has few properties, because n8n walks all of them for every item', () => {
		expect(properties.length).toBeLessThan(100);
	});

	it('shows at most seven fields when an operation is first opened', () => {
		const crowded = resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => {
				const parameters = { resource: resource.value, operation: operation.value };
				const shown = visible(parameters);
				return shown.length > 7 ? [`${resource.value} ${operation.value}: ${shown.join()}`] : [];
			}),
		);
		expect(crowded).toEqual([]);
	});

	function visible(chosen: INodeParameters): string[] {
		const description = node.description;
		const values = NodeHelpers.getNodeParameters(
			properties,
			chosen,
			true,
			false,
			null,
			description,
		);
		const isShown = (property: INodeProperties) =>
			NodeHelpers.displayParameter(values ?? {}, property, null, description);
		return properties.filter(isShown).map(({ name }) => name);
	}

	it('sorts its options by name', () => {
		const unsorted = properties.filter(({ type, options = [] }) => {
			if (type !== 'options' && type !== 'collection') return false;
			const names = options.map((one) => ('displayName' in one ? one.displayName : one.name));
			return names.join() !== [...names].sort((a, b) => a.localeCompare(b)).join();
		});
		expect(unsorted.map(({ name }) => name)).toEqual([]);
	});
});
