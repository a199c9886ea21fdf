import { integer, readOnly, reference } from '../../shared/fields/define';
import type { RecordType } from './types';

export const teamMember: RecordType = {
	value: 'teamMember',
	name: 'Team Member',
	plural: 'team members',
	path: '/TeamMembers',
	idKey: 'PERMISSION_ID',
	titleKeys: ['PERMISSION_ID'],
	isSearchable: false,
	listing: 'paged',
	lacks: ['update'],
	below: {
		parents: 'teamMembers',
		parentName: 'Team',
		segment: 'TeamMembers',
		idPart: 'permissionId',
		verbs: ['create', 'delete'],
		besides: ['create', 'delete'],
	},
	fields: [
		integer('TEAM_ID'),
		reference('MEMBER_USER_ID', 'users', { required: true }),
		...readOnly(integer('PERMISSION_ID')),
	],
};
