import type { INodeProperties } from 'n8n-workflow';

import { listParameters } from '../../shared/description/common';
import type { ParameterPool } from '../../shared/description/properties';
import { listFilters } from './filters';
import { activityOf, insightLocator, projectLocator } from './locators';
import { cancelMethod, deleteMethod, lastViewedMethod } from './methods';
import { pictureFormat, refresh, simplifyResult } from './results';
import { createFields, createName, createQuery, updateFields } from './writing';

export { postHogOptions } from './options';

const text = (
	displayName: string,
	name: string,
	about: Partial<INodeProperties>,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...about,
});

/** Every parameter of the node besides Resource, Operation and Options, in the order in which forms show them. */
export const postHogParameters: ParameterPool = {
	project: projectLocator,
	activityOf,
	activityInsight: {
		...insightLocator,
		displayOptions: { show: { activityOf: ['insight'] } },
	},
	insight: insightLocator,
	name: createName,
	query: createQuery,
	createFields,
	updateFields,
	pictureFormat,
	refresh,
	simplify: simplifyResult,
	queryId: text('Query ID', 'queryId', {
		required: true,
		placeholder: 'e.g. {{ $json.query_status.id }}',
		description: 'Comes from Get Result when Wait for Result and Simplify are switched off',
	}),
	passwordId: text('Password ID', 'passwordId', {
		required: true,
		placeholder: 'e.g. 7',
		description: 'Sharing: Get lists the passwords with their IDs',
	}),
	deleteMethod,
	lastViewedMethod,
	cancelMethod,
	...listParameters,
	filters: listFilters,
};
