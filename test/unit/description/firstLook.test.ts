import type { INode, INodeParameters, INodeType } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { resources as insightly } from '../../../nodes/Insightly/resources';
import { PostHogInsights } from '../../../nodes/PostHogInsights/PostHogInsights.node';
import { resources as postHog } from '../../../nodes/PostHogInsights/resources';
import type { Resource } from '../../../nodes/shared/operations/types';
import { resources as spotlerCrm } from '../../../nodes/SpotlerCrm/resources';
import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';

/** What a user sees when an operation was just chosen: every parameter has its default. */
function visible({ description }: INodeType, chosen: INodeParameters): string[] {
	const { properties } = description;
	const node = { typeVersion: 1, parameters: chosen } as unknown as INode;
	const filled =
		NodeHelpers.getNodeParameters(properties, chosen, true, false, node, description) ?? chosen;
	return properties
		.filter((property) => NodeHelpers.displayParameter(filled, property, node, description))
		.map(({ name }) => name);
}

describe.each<[string, INodeType, readonly Resource[]]>([
	['Insightly', new Insightly(), insightly],
	['Spotler CRM', new SpotlerCrm(), spotlerCrm],
	['PostHog Insights', new PostHogInsights(), postHog],
])('the form of %s, as it opens,', (_name, node, resources) => {
	const forms = resources.flatMap(({ value: resource, operations }) =>
		operations.map(({ value: operation }) => ({
			title: `${resource} ${operation}`,
			names: visible(node, { resource, operation }),
		})),
	);

	it('has at most seven fields in every operation', () => {
		const crowded = forms.filter(({ names }) => names.length > 7);
		expect(crowded.map(({ title, names }) => `${title}: ${names.join(', ')}`)).toEqual([]);
	});

	it('has no field twice', () => {
		const doubled = forms.filter(({ names }) => new Set(names).size < names.length);
		expect(doubled).toEqual([]);
	});
});
