import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { triggerSubtitle } from '../shared/description/subtitle';
import * as methods from './methods';
import { pollInsightly } from './trigger/poll';
import { triggerOn, triggerProperties, watchedTypes } from './trigger/parameters';

export class InsightlyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Insightly Trigger',
		name: 'insightlyTrigger',
		icon: {
			light: 'file:../../icons/insightly.svg',
			dark: 'file:../../icons/insightly.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: triggerSubtitle(triggerOn, watchedTypes),
		description: 'Starts the workflow when records are created or changed in Insightly CRM',
		eventTriggerDescription: '',
		activationMessage: 'You can now create or change records in Insightly to start this workflow.',
		defaults: { name: 'Insightly Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'insightlyApi', required: true, testedBy: 'insightlyApiTest' }],
		properties: triggerProperties,
	};

	methods = methods;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollInsightly(this);
	}
}
