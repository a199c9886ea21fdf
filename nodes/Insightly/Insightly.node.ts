import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { operationSubtitle } from '../shared/description/subtitle';
import { resourceProperties } from '../shared/description/properties';
import { customOperationsOf, operationPaginate } from '../shared/operations/run';
import * as methods from './methods';
import { insightlyOptions, insightlyParameters } from './parameters';
import { resources } from './resources';
import { insightly } from './api/service';

/** Worked out once: the tables do not change while n8n runs. */
const properties = resourceProperties(resources, insightlyParameters, insightlyOptions, 'contact');

export class Insightly implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Insightly',
		name: 'insightly',
		icon: {
			light: 'file:../../icons/insightly.svg',
			dark: 'file:../../icons/insightly.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: operationSubtitle(resources),
		description:
			'Read and write contacts, leads, opportunities and everything else in Insightly CRM',
		defaults: { name: 'Insightly' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'insightlyApi', required: true, testedBy: 'insightlyApiTest' }],
		requestDefaults: { baseURL: '={{ $credentials.apiUrl }}' },
		requestOperations: { pagination: operationPaginate(insightly, resources) },
		properties,
	};

	methods = methods;

	customOperations = customOperationsOf(insightly, resources);
}
