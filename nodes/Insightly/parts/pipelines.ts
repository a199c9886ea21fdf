import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { endpointOperation } from '../operations';
import { readId } from '../../shared/form/recordId';
import { WITH_ACTIVITIES, WITH_PIPELINE } from '../resources/parents';
import { ASSIGNMENT_FIELDS, DONE_FIELDS } from './fields';
import { partValues } from './values';

export const setPipeline = endpointOperation({
	value: 'setForRecord',
	name: 'Set for Record',
	action: 'Set pipeline for record',
	description: 'Put a lead, an opportunity or a project into a pipeline',
	endpoint: 'PUT /{parent}/{id}/Pipeline',
	parents: WITH_PIPELINE,
	parameters: ['pipelineId', 'firstStageId', 'stageOptions'],
	send: (item) => {
		const change = stageChange(item, item.text('stageId'));
		return {
			body: {
				PIPELINE_ID: readId(item, 'pipelineId', 'pipeline'),
				...(Object.keys(change).length > 0 ? { PIPELINE_STAGE_CHANGE: change } : {}),
			},
		};
	},
});

export const removePipeline = endpointOperation({
	value: 'removeFromRecord',
	name: 'Remove From Record',
	action: 'Remove pipeline from record',
	description: 'Take a lead, an opportunity or a project out of its pipeline',
	endpoint: 'DELETE /{parent}/{id}/Pipeline',
	parents: WITH_PIPELINE,
	outputFields: DONE_FIELDS,
	receive: () => [{ json: { success: true } }],
});

export const setPipelineStage = endpointOperation({
	value: 'setForRecord',
	name: 'Set for Record',
	action: 'Set pipeline stage for record',
	description: 'Move a lead, an opportunity or a project to another stage of its pipeline',
	endpoint: 'PUT /{parent}/{id}/PipelineStage',
	parents: WITH_PIPELINE,
	parameters: ['stageId', 'stageOptions'],
	send: (item) => ({ body: stageChange(item, String(readId(item, 'stageId', 'stage'))) }),
});

export const assignActivitySet = endpointOperation({
	value: 'assign',
	name: 'Assign to Record',
	action: 'Assign activity set to record',
	description: 'Create the tasks and events of an activity set for one record',
	endpoint: 'POST /{parent}/{id}/ActivitySetAssignment',
	parents: WITH_ACTIVITIES,
	parameters: ['activitySetId', 'assignmentOptions'],
	outputFields: ASSIGNMENT_FIELDS,
	send: (item) => ({
		body: assignment(item, readId(item, 'activitySetId', 'activity set')),
	}),
});

/** A stage, and the activity set that starts with it. */
function stageChange(item: ItemContext, stageId: string): IDataObject {
	const { activitySetId } = item.collection('options');
	return {
		...(stageId === '' ? {} : { STAGE_ID: readId(item, 'stageId', 'stage') }),
		...(activitySetId ? { ACTIVITYSET_ASSIGNMENT: assignment(item, activitySetId) } : {}),
	};
}

function assignment(item: ItemContext, activitySetId: unknown): IDataObject {
	const { startDate, endDate, assignments } = item.collection('options');
	const values = partValues(item, ASSIGNMENT_FIELDS, {
		ACTIVITYSET_ID: activitySetId,
		START_DATE: startDate,
		END_DATE: endDate,
		ACTIVITY_ASSIGNMENTS: assignments,
	});
	if (values.ACTIVITY_ASSIGNMENTS === undefined || Array.isArray(values.ACTIVITY_ASSIGNMENTS)) {
		return values;
	}
	throw item.refuse(
		'The assignments are not a list',
		'Write them like [{"ACTIVITY_ID": 1, "RESPONSIBLE_USER_ID": 2}].',
	);
}
