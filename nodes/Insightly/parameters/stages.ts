import { OPPORTUNITY_STATES } from '../fields/choices';
import type { OptionPool } from '../../shared/description/options';
import { accountOption, byNameThenValue, DYNAMIC } from './options';

const activitySet = accountOption('Activity Set Name or ID', 'activitySetId', 'getActivitySets');

/** What can be said of the activities that a record is given. */
export const stageOptions: OptionPool = {
	activitySet: { ...activitySet, required: false },
	assignments: {
		displayName: 'Assignments',
		name: 'assignments',
		type: 'json',
		default: '[]',
		description:
			'Who does which activity: a list of objects with ACTIVITY_ID and RESPONSIBLE_USER_ID or ASSIGNED_TEAM_ID',
	},
	endDate: {
		displayName: 'End Date',
		name: 'endDate',
		type: 'dateTime',
		default: '',
		description: 'The day by which the activities end',
	},
	startDate: {
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		default: '',
		description: 'The day on which the activities start',
	},
};

/** Pipelines, stages, activity sets and states of opportunities. */
export const stagePool = {
	activitySetId: activitySet,
	pipelineId: accountOption('Pipeline Name or ID', 'pipelineId', 'getPipelines'),
	firstStageId: accountOption('Stage Name or ID', 'stageId', 'getPipelineStages', {
		required: false,
		typeOptions: { loadOptionsDependsOn: ['pipelineId'] },
		description: `The first stage if left empty. ${DYNAMIC}.`,
	}),
	stageId: accountOption('Stage Name or ID', 'stageId', 'getPipelineStages'),
	opportunityState: {
		displayName: 'State',
		name: 'opportunityState',
		type: 'options' as const,
		options: OPPORTUNITY_STATES.map((one) => ({ ...one })).sort(byNameThenValue),
		default: 'WON',
		description: 'The state that the opportunity gets',
	},
	stateReasonId: accountOption('Reason Name or ID', 'stateReasonId', 'getStateReasons', {
		required: false,
		typeOptions: { loadOptionsDependsOn: ['opportunityState'] },
	}),
	pricebookId: accountOption('Price Book Name or ID', 'pricebookId', 'getPricebooks'),
};
