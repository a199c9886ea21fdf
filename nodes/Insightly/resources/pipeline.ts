import { flag, integer, readOnly, text } from '../../shared/fields/define';
import { readId } from '../../shared/form/recordId';
import { stageChange } from '../fields/activitySetAssignment';
import { DONE_FIELDS } from '../output/records';
import type { RecordType } from './types';

export const pipeline: RecordType = {
	value: 'pipeline',
	name: 'Pipeline',
	plural: 'pipelines',
	path: '/Pipelines',
	idKey: 'PIPELINE_ID',
	titleKeys: ['PIPELINE_NAME'],
	isSearchable: false,
	listing: 'paged',
	lacks: ['create', 'update', 'delete'],
	actions: [
		{
			value: 'setForRecord',
			name: 'Set for Record',
			action: 'Set pipeline for record',
			description: 'Put a lead, an opportunity or a project into a pipeline',
			endpoint: 'PUT /{parent}/{id}/Pipeline',
			below: 'pipeline',
			parameters: ['pipelineId', 'firstStageId'],
			options: ['activitySet', 'assignments', 'endDate', 'startDate'],
			send: (item) => {
				const change = stageChange(item, item.text('stageId'));
				return {
					body: {
						PIPELINE_ID: readId(item, 'pipelineId', 'pipeline'),
						...(Object.keys(change).length > 0 ? { PIPELINE_STAGE_CHANGE: change } : {}),
					},
				};
			},
		},
		{
			value: 'removeFromRecord',
			name: 'Remove From Record',
			action: 'Remove pipeline from record',
			description: 'Take a lead, an opportunity or a project out of its pipeline',
			endpoint: 'DELETE /{parent}/{id}/Pipeline',
			below: 'pipeline',
			outputFields: DONE_FIELDS,
			output: () => [{ json: { success: true } }],
		},
	],
	fields: readOnly(
		integer('PIPELINE_ID'),
		text('PIPELINE_NAME'),
		flag('FOR_OPPORTUNITIES'),
		flag('FOR_PROJECTS'),
		integer('OWNER_USER_ID'),
	),
};
