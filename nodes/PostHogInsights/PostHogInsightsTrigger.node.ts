import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { subtitleOf } from '../shared/description/subtitle';
import * as methods from './methods';
import { pollPostHog } from './trigger/poll';
import { event, triggerProperties } from './trigger/parameters';

export class PostHogInsightsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PostHog Insights Trigger',
		name: 'postHogInsightsTrigger',
		icon: {
			light: 'file:../../icons/postHogInsights.svg',
			dark: 'file:../../icons/postHogInsights.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: subtitleOf(['event', event.options as INodePropertyOptions[]]),
		description: 'Starts the workflow when a PostHog insight, or the number it shows, changes',
		eventTriggerDescription: '',
		activationMessage:
			'From now on, changes of your insights in PostHog start this workflow at the times you chose.',
		defaults: { name: 'PostHog Insights Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'postHogInsightsApi', required: true, testedBy: 'postHogInsightsApiTest' },
		],
		properties: triggerProperties,
	};

	methods = methods;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollPostHog(this);
	}
}
