import { flag, integer, json, readOnly, text } from '../../shared/fields/define';
import { readId } from '../../shared/form/recordId';
import { ASSIGNMENT_FIELDS, activitySetAssignment } from '../fields/activitySetAssignment';
import type { RecordType } from './types';

export const activitySet: RecordType = {
	value: 'activitySet',
	name: 'Activity Set',
	plural: 'activity sets',
	path: '/ActivitySets',
	idKey: 'ACTIVITYSET_ID',
	titleKeys: ['NAME'],
	isSearchable: false,
	lacks: ['create', 'update', 'delete'],
	actions: [
		{
			value: 'assign',
			name: 'Assign to Record',
			action: 'Assign activity set to record',
			description: 'Create the tasks and events of an activity set for one record',
			endpoint: 'POST /{parent}/{id}/ActivitySetAssignment',
			below: 'activitySets',
			parameters: ['activitySetId'],
			options: ['assignments', 'endDate', 'startDate'],
			outputFields: ASSIGNMENT_FIELDS,
			send: (item) => ({
				body: activitySetAssignment(item, readId(item, 'activitySetId', 'activity set')),
			}),
		},
	],
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
