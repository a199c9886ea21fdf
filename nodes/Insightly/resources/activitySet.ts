import { flag, integer, json, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const activitySet: RecordType = {
	value: 'activitySet',
	name: 'Activity Set',
	plural: 'activity sets',
	path: '/ActivitySets',
	idKey: 'ACTIVITYSET_ID',
	titleKeys: ['NAME'],
	isSearchable: false,
	isTaggable: false,
	lacks: ['create', 'update', 'delete'],
	fields: [
		...readOnly(
			integer('ACTIVITYSET_ID'),
			text('NAME'),
			flag('FOR_CONTACTS'),
			flag('FOR_ORGANISATIONS'),
			flag('FOR_OPPORTUNITIES'),
			flag('FOR_PROJECTS'),
			flag('FOR_LEADS'),
			integer('OWNER_USER_ID'),
			json('ACTIVITIES', { isList: true }),
		),
	],
};
