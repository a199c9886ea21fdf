import type { IDataObject } from 'n8n-workflow';

import { date, integer, json } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { readId } from '../../shared/form/recordId';
import { formValues } from './formValues';

/** Field by field as the API takes it (v3.1 specification). */
export const ASSIGNMENT_FIELDS = [
	integer('ACTIVITYSET_ID'),
	date('START_DATE'),
	date('END_DATE'),
	json('ACTIVITY_ASSIGNMENTS', { isList: true }),
];

/**
 * The body that starts an activity set, from the form's options.
 * @throws NodeOperationError when a value cannot be right.
 */
export function activitySetAssignment(item: ItemContext, activitySetId: unknown): IDataObject {
	const { startDate, endDate, assignments } = item.collection('options');
	const values = formValues(item, ASSIGNMENT_FIELDS, {
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

/** The body that changes a pipeline stage, with the activity set that starts with it. */
export function stageChange(item: ItemContext, stageId: string): IDataObject {
	const { activitySetId } = item.collection('options');
	return {
		...(stageId === '' ? {} : { STAGE_ID: readId(item, 'stageId', 'stage') }),
		...(activitySetId
			? { ACTIVITYSET_ASSIGNMENT: activitySetAssignment(item, activitySetId) }
			: {}),
	};
}
