import fc from 'fast-check';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { RunParameters } from '../../../nodes/shared/form/runParameters';
import { availableEngines } from '../../support/n8n/expressionEngine';
import { runNode } from '../../support/runNode';

/** Gives each item's parameter twice: as n8n works it out, and as a run does. Counts what n8n was asked for. */
class Twice implements INodeType {
	asked = 0;

	description = {
		displayName: 'Twice',
		name: 'twice',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Twice' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			{ displayName: 'Value', name: 'value', type: 'json', default: '' },
			{ displayName: 'Fields', name: 'fields', type: 'resourceMapper', default: {} },
		],
	} as unknown as INodeTypeDescription;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const counted = Object.create(this) as IExecuteFunctions;
		const node = twice;
		counted.getNodeParameter = ((...args: Parameters<IExecuteFunctions['getNodeParameter']>) => {
			const isRaw = (args[3] as { rawExpressions?: boolean } | undefined)?.rawExpressions;
			if (!isRaw) node.asked += 1;
			return this.getNodeParameter(...args);
		}) as IExecuteFunctions['getNodeParameter'];
		const parameters = new RunParameters(counted);
		const items = this.getInputData().map((_, index) => {
			const attempt = (read: () => unknown): unknown => {
				try {
					const value = read();
					return { type: typeof value, value: value === undefined ? 'undefined' : value };
				} catch (error) {
					return { error: (error as Error).message };
				}
			};
			return {
				json: {
					...pair('value', (name) => attempt(() => this.getNodeParameter(name, index, 'none'))),
					...pair('ours', () => attempt(() => parameters.resolve('value', index, 'none'))),
					...pair('fields', (name) => attempt(() => this.getNodeParameter(name, index, 'none'))),
					...pair('oursFields', () => attempt(() => parameters.resolve('fields', index, 'none'))),
				},
				pairedItem: { item: index },
			};
		});
		return [items];
	}
}

const pair = (name: string, read: (name: string) => unknown): IDataObject => ({
	[name]: read(name) as IDataObject,
});

let twice: Twice;

async function run(
	parameters: Record<string, unknown>,
	items: IDataObject[],
	expressionEngine: 'legacy' | 'vm' = 'legacy',
): Promise<IDataObject[]> {
	twice = new Twice();
	const result = await runNode(twice, {
		parameters: parameters as INodeParameters,
		items: items.map((json) => ({ json })),
		expressionEngine,
	});
	if (result.error) throw result.error;
	return result.items.map(({ json }) => json);
}

const names = fc.constantFrom(
	'a',
	'b',
	'name',
	'first name',
	'Größe',
	'0',
	'toString',
	'length',
	'2x',
);

const scalars = fc.oneof(
	fc.string(),
	fc.constantFrom('=1', '={{ 1 }}', '', '2026-01-31', '{}', 'null'),
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constant(null),
);

const values = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		scalars,
		fc.dictionary(names, tie('value'), { maxKeys: 4 }),
		fc.array(tie('value'), { maxLength: 3 }),
	),
})).value;

const items = fc.array(fc.dictionary(names, values, { maxKeys: 6 }), {
	minLength: 2,
	maxLength: 5,
});

const step = names.map((name) =>
	/^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`,
);

const expressions = fc.oneof(
	fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => `={{ $json${steps.join('')} }}`),
	step.map((one) => `=${'{{'}$json${one}}}`),
	step.map((one) => `=Dear {{ $json${one} }}`),
	step.map((one) => `={{ $json${one} ?? 'none' }}`),
	fc.constantFrom('text', '', '={{ 1 + 1 }}', '={{ [$json.a] }}', '={{ $json }}'),
);

const mappers = fc.dictionary(names, expressions, { maxKeys: 5 }).map((value) => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: Object.keys(value).slice(0, 1),
	schema: Object.keys(value).map((id) => ({
		id,
		displayName: id,
		required: false,
		type: 'string',
	})),
}));

describe.each(availableEngines)("parameters of a run, with n8n's %s engine", (engine) => {
	it('are to the type what n8n gives, whatever the expressions and the items', async () => {
		await fc.assert(
			fc.asyncProperty(expressions, mappers, items, async (value, fields, rows) => {
				for (const json of await run({ value, fields }, rows as IDataObject[], engine)) {
					expect(json.ours).toEqual(json.value);
					expect(json.oursFields).toEqual(json.fields);
				}
			}),
			{ numRuns: engine === 'vm' ? 20 : 100 },
		);
	});
});

describe('what n8n is asked for', () => {
	const people = Array.from({ length: 20 }, (_, index) => ({ name: `Ada ${index}`, id: index }));

	it('is once what has no expression', async () => {
		await run({ value: 'text', fields: { value: { a: 1 } } }, people);
		expect(twice.asked).toBe(2);
	});

	it('is once what only takes values of the item', async () => {
		await run({ value: '={{ $json.id }}', fields: { value: { a: '={{ $json.name }}' } } }, people);
		expect(twice.asked).toBe(2);
	});

	it('is everything else, for each item', async () => {
		await run({ value: '={{ $json.id + 1 }}', fields: {} }, people);
		expect(twice.asked).toBe(21);
	});

	it('is an item whose value is not there', async () => {
		const [first, second] = await run({ value: '={{ $json.id }}', fields: {} }, [{ id: 1 }, {}]);
		expect(first.ours).toEqual(first.value);
		expect(second.ours).toEqual(second.value);
		expect(twice.asked).toBe(3);
	});
});
