import { endpointOperation } from '../operations';
import type { InsightlyResource } from '../operations/types';
import { WITH_FOLLOW } from '../resources/parents';
import { FOLLOWED_FIELDS, FOLLOWING_FIELDS } from './fields';

const AT = '/{parent}/{id}/Follow';

export const follow: InsightlyResource = {
	value: 'follow',
	name: 'Follow',
	description: 'What the user of the API key follows',
	operations: [
		endpointOperation({
			value: 'create',
			name: 'Follow',
			action: 'Follow record',
			description: 'Follow one record as the user of the API key',
			endpoint: `POST ${AT}`,
			parents: WITH_FOLLOW,
			outputFields: FOLLOWING_FIELDS,
		}),
		endpointOperation({
			value: 'get',
			name: 'Get',
			action: 'Get whether record is followed',
			description: 'Tell whether the user of the API key follows one record',
			endpoint: `GET ${AT}`,
			parents: WITH_FOLLOW,
			outputFields: FOLLOWING_FIELDS,
		}),
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many followed records',
			description: 'List all records that the user of the API key follows',
			endpoint: 'GET /Follows',
			parameters: ['returnAll', 'limit', 'listOptions'],
			isPaged: true,
			outputFields: FOLLOWED_FIELDS,
			send: (item) => {
				const { recordType } = item.collection('options');
				return recordType ? { query: { record_type: String(recordType) } } : {};
			},
		}),
		endpointOperation({
			value: 'delete',
			name: 'Unfollow',
			action: 'Unfollow record',
			description: 'Stop following one record',
			endpoint: `DELETE ${AT}`,
			parents: WITH_FOLLOW,
			outputFields: FOLLOWING_FIELDS,
			receive: () => [{ json: { FOLLOWING: false } }],
		}),
	],
};
