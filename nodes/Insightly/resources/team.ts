import { dateTime, integer, json, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const team: RecordType = {
	value: 'team',
	name: 'Team',
	plural: 'teams',
	path: '/Teams',
	idKey: 'TEAM_ID',
	titleKeys: ['TEAM_NAME'],
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	isSearchable: false,
	has: ['teamMembers'],
	shown: ['TEAM_NAME'],
	fields: [
		text('TEAM_NAME', 255),
		json('TEAMMEMBERS', { isList: true }),
		...readOnly(integer('TEAM_ID'), dateTime('DATE_CREATED_UTC'), dateTime('DATE_UPDATED_UTC')),
	],
};
