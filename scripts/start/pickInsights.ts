import type { NodeWithFields } from './mapperSchema';
import type { N8nClient } from './n8nClient';

interface Locator {
	mode: string;
	value: string;
	cachedResultName?: string;
	cachedResultUrl?: string;
}

interface Found {
	results: Array<{ name: string; value: string; url?: string }>;
}

/**
 * Picks an insight where an example leaves it to the user: the sandbox's first one about weekly numbers, found through
 * the list that n8n shows in the node's form.
 */
export async function pickInsights(client: N8nClient, node: NodeWithFields): Promise<void> {
	const locator = node.parameters.insight as Locator | undefined;
	if (locator?.mode !== 'list' || locator.value !== '') return;
	const { results } = await client.post<Found>(
		'/dynamic-node-parameters/resource-locator-results',
		{
			path: 'parameters.insight',
			methodName: 'searchInsights',
			filter: 'Weekly',
			nodeTypeAndVersion: { name: node.type, version: node.typeVersion },
			currentNodeParameters: node.parameters,
			credentials: node.credentials,
		},
	);
	const [first] = results;
	if (!first) return;
	locator.value = first.value;
	locator.cachedResultName = first.name;
	locator.cachedResultUrl = first.url;
}
