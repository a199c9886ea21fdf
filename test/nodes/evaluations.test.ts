import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { Expression } from 'n8n-workflow';

import { insightly } from '../hardening/subjects/insightly';
import { postHogInsights } from '../hardening/subjects/postHogInsights';
import { spotlerCrm } from '../hardening/subjects/spotlerCrm';
import type { Subject } from '../hardening/subjects/subject';
import { printFigure } from '../support/figure';
import { BOTH_DOORS } from '../support/formValues';
import { runNode } from '../support/runNode';

/** Frames of our own code; those of n8n's declarative engine, which reads parameters by itself, have none below them. */
const OURS = /(?<!test)\/nodes\/(?:shared|Insightly|PostHogInsights|SpotlerCrm)\//;

/** Deep enough for n8n's own frames between an expression and whoever asked for it. */
const FRAMES = 40;

const FILE = {
	data: {
		data: Buffer.from('a picture').toString('base64'),
		mimeType: 'image/png',
		fileName: 'a.png',
		fileExtension: 'png',
	},
};

/** Keys that say what a parameter is, and so cannot be expressions. */
const FIXED = ['__rl', 'mode', 'mappingMode', 'matchingColumns', 'schema', 'attemptToConvertTypes'];

/** Parameters whose every value comes from the item, by an expression of its own. */
class Mapped {
	readonly item: IDataObject = {};

	readonly parameters: INodeParameters;

	constructor(parameters: INodeParameters, properties: readonly INodeProperties[]) {
		const entries = Object.entries(parameters).map(([name, value]) => {
			const isChosen = properties.some(
				(one) => one.name === name && one.noDataExpression && one.type !== 'resourceMapper',
			);
			return [name, isChosen ? value : this.asExpression(value)];
		});
		this.parameters = Object.fromEntries(entries) as INodeParameters;
	}

	private asExpression(value: unknown): unknown {
		if (Array.isArray(value)) return value.map((one) => this.asExpression(one));
		if (typeof value !== 'object' || value === null) return this.fromItem(value);
		return Object.fromEntries(
			Object.entries(value).map(([key, one]) => [
				key,
				FIXED.includes(key) ? (one as unknown) : this.asExpression(one),
			]),
		);
	}

	private fromItem(value: unknown): string {
		const key = `value${Object.keys(this.item).length}`;
		this.item[key] = value as IDataObject[string];
		return `={{ $json.${key} }}`;
	}
}

/** How often our code had each expression worked out for each item. */
const evaluations = new Map<string, number>();

beforeAll(() => {
	Error.stackTraceLimit = FRAMES;
	const original = Expression.prototype.resolveSimpleParameterValue;
	jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue').mockImplementation(function (
		this: Expression,
		...args
	) {
		const [text, { $itemIndex }] = args;
		const isExpression = typeof text === 'string' && text.startsWith('=');
		if (isExpression && OURS.test(new Error().stack ?? '')) {
			const name = `${text} of item ${String($itemIndex)}`;
			evaluations.set(name, (evaluations.get(name) ?? 0) + 1);
		}
		return original.apply(this, args);
	});
});

afterAll(() => jest.restoreAllMocks());

describe.each<Subject>([insightly, postHogInsights, spotlerCrm])('$service', (subject) => {
	it.each(BOTH_DOORS)(
		'works each expression out once per item at most, in every operation through the %s door',
		async (door) => {
			const scene = await subject.open();
			const node = subject.node();
			const trouble: string[] = [];
			let read = 0;
			try {
				for (const step of scene.steps) {
					const { parameters, item } = new Mapped(step.parameters(), node.description.properties);
					evaluations.clear();
					const { error } = await runNode(node, {
						parameters,
						door,
						credentials: scene.credentials(scene.url),
						items: [{ json: item, binary: FILE }],
					});
					scene.forget();
					if (error) trouble.push(`${step.name}: ${error.message}`);
					const again = [...evaluations].filter(([, times]) => times > 1);
					trouble.push(...again.map(([name, times]) => `${step.name}: ${name}, ${times} times`));
					read += evaluations.size;
				}
			} finally {
				await scene.close();
			}
			printFigure(
				`${subject.service}, ${door} door: ${read} expressions in ${scene.steps.length} operations`,
			);
			expect(trouble).toEqual([]);
			expect(read).toBeGreaterThan(scene.steps.length);
		},
		300_000,
	);
});
