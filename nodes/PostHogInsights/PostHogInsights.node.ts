import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { operationSubtitle } from '../shared/description/subtitle';
import { resourceProperties } from '../shared/description/properties';
import { customOperationsOf, operationPaginate } from '../shared/operations/run';
import * as methods from './methods';
import { postHogOptions, postHogParameters } from './parameters';
import { resources } from './resources';
import { postHog } from './api/service';

export class PostHogInsights implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PostHog Insights',
		name: 'postHogInsights',
		icon: {
			light: 'file:../../icons/postHogInsights.svg',
			dark: 'file:../../icons/postHogInsights.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: operationSubtitle(resources),
		description:
			'Read the results of PostHog insights as rows, and create, change and share insights',
		defaults: { name: 'PostHog Insights' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'postHogInsightsApi', required: true, testedBy: 'postHogInsightsApiTest' },
		],
		requestDefaults: { baseURL: 'https://us.posthog.com' },
		requestOperations: { pagination: operationPaginate(postHog, resources) },
		properties: resourceProperties(resources, postHogParameters, postHogOptions, 'insight'),
	};

	methods = methods;

	customOperations = customOperationsOf(postHog, resources);
}
