import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { triggerSubtitle } from '../shared/description/subtitle';
import * as methods from './methods';
import { pollSpotler } from './trigger/poll';
import { triggerOn, triggerProperties, watchedTypes } from './trigger/parameters';

export class SpotlerCrmTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Spotler CRM Trigger',
		name: 'spotlerCrmTrigger',
		icon: {
			light: 'file:../../icons/spotlerCrm.svg',
			dark: 'file:../../icons/spotlerCrm.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: triggerSubtitle(triggerOn, watchedTypes),
		description: 'Starts the workflow when records are created or changed in Spotler CRM',
		eventTriggerDescription: '',
		activationMessage:
			'You can now create or change records in Spotler CRM to start this workflow.',
		defaults: { name: 'Spotler CRM Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'spotlerCrmApi',
				required: true,
				testedBy: 'spotlerCrmApiTest',
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'spotlerCrmOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: triggerProperties,
	};

	methods = methods;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollSpotler(this);
	}
}
