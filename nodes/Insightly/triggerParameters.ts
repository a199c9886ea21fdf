import type { INodeProperties } from 'n8n-workflow';

import { simplifyParameter } from '../shared/description/common';
import { eventParameter, triggerOptions } from '../shared/description/trigger';
import { recordTypes } from './resources';

/** Record types that can be searched by their last change. */
export const watchedTypes = recordTypes.filter(
	({ isSearchable, updatedKey }) => isSearchable && updatedKey !== undefined,
);

const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: watchedTypes
		.map(({ name, value }) => ({ name, value }))
		.sort((a, b) => a.name.localeCompare(b.name)),
	default: 'contact',
	description: 'What to watch',
};

export const triggerProperties: INodeProperties[] = [
	resource,
	eventParameter,
	simplifyParameter,
	triggerOptions([
		{
			displayName: 'Field Name or ID',
			name: 'fieldName',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getSearchFields', loadOptionsDependsOn: ['resource'] },
			default: '',
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Field Value',
			name: 'fieldValue',
			type: 'string',
			default: '',
			description: 'Only records in which the field has exactly this value',
		},
	]),
];
