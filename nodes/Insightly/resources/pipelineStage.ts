import { integer, readOnly, text } from '../../shared/fields/define';
import { readId } from '../../shared/form/recordId';
import { stageChange } from '../fields/activitySetAssignment';
import type { RecordType } from './types';

export const pipelineStage: RecordType = {
	value: 'pipelineStage',
	name: 'Pipeline Stage',
	plural: 'pipeline stages',
	path: '/PipelineStages',
	idKey: 'STAGE_ID',
	titleKeys: ['STAGE_NAME'],
	isSearchable: false,
	listing: 'paged',
	lacks: ['create', 'update', 'delete'],
	actions: [
		{
			value: 'setForRecord',
			name: 'Set for Record',
			action: 'Set pipeline stage for record',
			description: 'Move a lead, an opportunity or a project to another stage of its pipeline',
			endpoint: 'PUT /{parent}/{id}/PipelineStage',
			below: 'pipeline',
			parameters: ['stageId'],
			options: ['activitySet', 'assignments', 'endDate', 'startDate'],
			send: (item) => ({ body: stageChange(item, String(readId(item, 'stageId', 'stage'))) }),
		},
	],
	fields: readOnly(
		integer('STAGE_ID'),
		integer('PIPELINE_ID'),
		text('STAGE_NAME'),
		integer('STAGE_ORDER'),
		integer('ACTIVITYSET_ID'),
		integer('OWNER_USER_ID'),
	),
};
