import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { operationSubtitle } from '../shared/description/subtitle';
import { resourceProperties } from '../shared/description/properties';
import { customOperationsOf, operationPaginate } from '../shared/operations/run';
import { authenticationParameter } from './parameters/authentication';
import * as methods from './methods';
import { spotlerOptions, spotlerParameters } from './parameters';
import { resources } from './resources';
import { spotlerCrm } from './api/service';

export class SpotlerCrm implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Spotler CRM',
		name: 'spotlerCrm',
		icon: {
			light: 'file:../../icons/spotlerCrm.svg',
			dark: 'file:../../icons/spotlerCrm.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: operationSubtitle(resources),
		description:
			'Read, find and write accounts, contacts, opportunities and everything else in Spotler CRM (formerly Really Simple Systems)',
		defaults: { name: 'Spotler CRM' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
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
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		requestOperations: { pagination: operationPaginate(spotlerCrm, resources) },
		properties: [
			authenticationParameter,
			...resourceProperties(resources, spotlerParameters, spotlerOptions, 'account'),
		],
	};

	methods = methods;

	customOperations = customOperationsOf(spotlerCrm, resources);
}
