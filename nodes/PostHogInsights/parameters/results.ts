import type { INodeProperties } from 'n8n-workflow';

import { simplifyParameter } from '../../shared/description/common';
import type { OptionPool } from '../../shared/description/options';
import { REFRESH_MODES } from './choices';

export const refresh: INodeProperties = {
	displayName: 'Refresh',
	name: 'refresh',
	type: 'options',
	options: REFRESH_MODES,
	default: 'blocking',
	description: 'When PostHog computes the result anew',
};

export const simplifyResult: INodeProperties = {
	...simplifyParameter,
	description:
		'Whether to return one flat item for each row of the result instead of the raw insight with everything in it',
};

export const pictureFormat: INodeProperties = {
	displayName: 'Format',
	name: 'pictureFormat',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Picture (PNG)', value: 'image/png', description: 'The chart as PostHog draws it' },
		{ name: 'Table (CSV)', value: 'text/csv', description: "PostHog's own table of the result" },
	],
	default: 'image/png',
};

const timeLimit: INodeProperties = {
	displayName: 'Time Limit',
	name: 'timeLimit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 300,
};

export const pictureOptions: OptionPool = {
	outputField: {
		displayName: 'Put Output File in Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		hint: 'The name of the output binary field to put the file in',
	},
	pictureTimeLimit: { ...timeLimit, description: 'Seconds to wait for the file' },
};

export const resultOptions: OptionPool = {
	aboutInsight: {
		displayName: 'Include Insight Columns',
		name: 'aboutInsight',
		type: 'boolean',
		default: true,
		description: 'Whether each row tells the ID and name of the insight and when it was computed',
	},
	requireResult: {
		displayName: 'Require a Result',
		name: 'requireResult',
		type: 'boolean',
		default: false,
		description:
			'Whether to stop with a message when there is no result, instead of giving no items',
	},
	timeLimit: {
		...timeLimit,
		description: 'Seconds to wait for a result. After that, the query is cancelled.',
	},
	waits: {
		displayName: 'Wait for Result',
		name: 'waits',
		type: 'boolean',
		default: true,
		description:
			'Whether to wait for a result that is computed in the background. If off, what is in the cache comes at once.',
	},
};
