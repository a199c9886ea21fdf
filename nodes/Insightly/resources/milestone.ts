import {
	date,
	dateTime,
	flag,
	integer,
	readOnly,
	reference,
	text,
} from '../../shared/fields/define';
import type { RecordType } from './types';

export const milestone: RecordType = {
	value: 'milestone',
	name: 'Milestone',
	plural: 'milestones',
	path: '/Milestones',
	idKey: 'MILESTONE_ID',
	titleKeys: ['TITLE'],
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	isSearchable: true,
	lacks: ['create', 'update', 'delete'],
	// Required by the specification; nobody wants to type it in.
	createDefaults: async () => ({ COMPLETED: false }),
	below: {
		parents: 'milestones',
		parentName: 'Project',
		segment: 'Milestones',
		idPart: 'milestoneId',
		verbs: ['getMany', 'create', 'update', 'delete'],
	},
	shown: ['TITLE', 'OWNER_USER_ID'],
	fields: [
		text('TITLE', 500),
		flag('COMPLETED'),
		date('DUE_DATE', { required: true }),
		reference('OWNER_USER_ID', 'users', { label: 'Owner ID' }),
		reference('RESPONSIBLE_USER', 'users'),
		...readOnly(
			integer('MILESTONE_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
			dateTime('COMPLETED_DATE_UTC'),
			integer('PROJECT_ID'),
		),
	],
};
