import type { INodeProperties, INodeType } from 'n8n-workflow';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { InsightlyTrigger } from '../../../nodes/Insightly/InsightlyTrigger.node';
import { PostHogInsights } from '../../../nodes/PostHogInsights/PostHogInsights.node';
import { PostHogInsightsTrigger } from '../../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';
import { SpotlerCrmTrigger } from '../../../nodes/SpotlerCrm/SpotlerCrmTrigger.node';

const nodes: INodeType[] = [
	new Insightly(),
	new InsightlyTrigger(),
	new PostHogInsights(),
	new PostHogInsightsTrigger(),
	new SpotlerCrm(),
	new SpotlerCrmTrigger(),
];

/** Whether there is a form that can show both. */
function meet(one: INodeProperties, other: INodeProperties): boolean {
	const [first, second] = [one, other].map(({ displayOptions }) => displayOptions?.show ?? {});
	return Object.entries(first).every(([key, values]) => {
		const others = second[key];
		return !others || !values || values.some((value) => others.includes(value as never));
	});
}

describe.each(nodes.map((node) => ({ node, title: node.description.displayName })))(
	'the form of $title',
	({ node }) => {
		const { properties } = node.description;

		/** Every parameter, those inside of collections too. */
		const inside = ({ options = [] }: INodeProperties): INodeProperties[] =>
			options.flatMap((one) => {
				const own = 'values' in one ? one.values : 'type' in one ? [one] : [];
				return own.flatMap((entry) => [entry, ...inside(entry)]);
			});
		const all = properties.flatMap((property) => [property, ...inside(property)]);

		it('asks for Simplify before Options', () => {
			const late = properties.flatMap((options, index) =>
				options.name === 'options'
					? properties
							.slice(index)
							.filter((other) => other.name === 'simplify' && meet(options, other))
					: [],
			);
			expect(late).toEqual([]);
		});

		it('opens lists with Return All switched off', () => {
			const switches = all.filter(({ name }) => name === 'returnAll');
			expect(switches.every((one) => one.default === false)).toBe(true);
		});

		it('lets numbers have as many decimals as they need, and shows no others', () => {
			expect(all.filter(({ typeOptions }) => typeOptions?.numberPrecision)).toEqual([]);
		});

		it('has no mistake in a JSON box before anything is typed in', () => {
			const boxes = properties.filter(({ type }) => type === 'json');
			expect(boxes.filter((one) => one.default === '')).toEqual([]);
		});

		it('leaves a workflow as it is when the node is only looked at', () => {
			const mappers = all.filter(({ type }) => type === 'resourceMapper');
			for (const { typeOptions } of mappers) {
				expect(typeOptions?.resourceMapper?.refreshStaleSchemaOnOpen).toBeUndefined();
			}
		});
	},
);
