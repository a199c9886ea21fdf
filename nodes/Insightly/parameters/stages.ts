import { OPPORTUNITY_STATES } from '../fields/choices';
import { accountOption, byNameThenValue, DYNAMIC, optionsOf } from './options';

const activitySetDates = [
	{
		displayName: 'End Date',
		name: 'endDate',
		type: 'dateTime' as const,
		default: '',
		description: 'The day by which the activities end',
	},
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime' as const,
		default: '',
		description: 'The day on which the activities start',
	},
];

const assignments = {
	displayName: 'Assignments',
	name: 'assignments',
	type: 'json' as const,
	default: '[]',
	description:
		'Who does which activity: a list of objects with ACTIVITY_ID and RESPONSIBLE_USER_ID or ASSIGNED_TEAM_ID',
};

/** Pipelines, stages, activity sets and states of opportunities. */
export const stagePool = {
	activitySetId: accountOption('Activity Set Name or ID', 'activitySetId', 'getActivitySets'),
	assignmentOptions: optionsOf(assignments, ...activitySetDates),
	pipelineId: accountOption('Pipeline Name or ID', 'pipelineId', 'getPipelines'),
	firstStageId: accountOption('Stage Name or ID', 'stageId', 'getPipelineStages', {
		required: false,
		typeOptions: { loadOptionsDependsOn: ['pipelineId'] },
		description: `The first stage if left empty. ${DYNAMIC}.`,
	}),
	stageId: accountOption('Stage Name or ID', 'stageId', 'getPipelineStages'),
	stageOptions: optionsOf(
		accountOption('Activity Set Name or ID', 'activitySetId', 'getActivitySets', {
			required: false,
		}),
		assignments,
		...activitySetDates,
	),
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
