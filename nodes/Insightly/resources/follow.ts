import { flag, integer, text } from '../../shared/fields/define';
import type { SubResource } from './types';

const FOLLOWING_FIELDS = [flag('FOLLOWING')];

const FOLLOWED_FIELDS = [text('RECORD_TYPE'), integer('RECORD_ID')];

const AT = '/{parent}/{id}/Follow';

export const follow: SubResource = {
	value: 'follow',
	name: 'Follow',
	description: 'What the user of the API key follows',
	rows: [
		{
			value: 'create',
			name: 'Follow',
			action: 'Follow record',
			description: 'Follow one record as the user of the API key',
			endpoint: `POST ${AT}`,
			below: 'follow',
			outputFields: FOLLOWING_FIELDS,
		},
		{
			value: 'get',
			name: 'Get',
			action: 'Get whether record is followed',
			description: 'Tell whether the user of the API key follows one record',
			endpoint: `GET ${AT}`,
			below: 'follow',
			outputFields: FOLLOWING_FIELDS,
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many followed records',
			description: 'List all records that the user of the API key follows',
			endpoint: 'GET /Follows',
			parameters: ['returnAll', 'limit'],
			options: ['followedType', 'skip'],
			isPaged: true,
			outputFields: FOLLOWED_FIELDS,
			send: (item) => {
				const { recordType } = item.collection('options');
				return recordType ? { query: { record_type: String(recordType) } } : {};
			},
		},
		{
			value: 'delete',
			name: 'Unfollow',
			action: 'Unfollow record',
			description: 'Stop following one record',
			endpoint: `DELETE ${AT}`,
			below: 'follow',
			outputFields: FOLLOWING_FIELDS,
			output: () => [{ json: { FOLLOWING: false } }],
		},
	],
};
