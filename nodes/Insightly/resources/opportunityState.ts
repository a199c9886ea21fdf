import { choice, dateTime, integer, text } from '../../shared/fields/define';
import { requiredText } from '../../shared/form/requiredText';
import { OPPORTUNITY_STATES } from '../fields/choices';
import { formValues } from '../fields/formValues';
import type { SubResource } from './types';

const STATE_FIELDS = [
	integer('OPPORTUNITY_ID'),
	dateTime('DATE_CHANGED_UTC'),
	text('FOR_OPPORTUNITY_STATE'),
	integer('STATE_REASON_ID'),
	text('STATE_REASON'),
];

export const opportunityState: SubResource = {
	value: 'opportunityState',
	name: 'Opportunity State',
	description: 'Open, won or lost: change it with a reason, and see how it changed',
	rows: [
		{
			value: 'change',
			name: 'Change',
			action: 'Change opportunity state',
			description: 'Give an opportunity another state, with a reason if there is one',
			endpoint: 'PUT /Opportunities/{id}/StateChange',
			below: 'states',
			parameters: ['opportunityState', 'stateReasonId'],
			outputFields: STATE_FIELDS,
			send: (item) => {
				const state = choice('FOR_OPPORTUNITY_STATE', OPPORTUNITY_STATES);
				return {
					body: formValues(item, [state, ...STATE_FIELDS], {
						FOR_OPPORTUNITY_STATE: requiredText(item, 'opportunityState', 'state'),
						STATE_REASON_ID: item.value('stateReasonId', ''),
					}),
				};
			},
		},
		{
			value: 'getHistory',
			name: 'Get History',
			action: 'Get opportunity state history',
			description: 'List when an opportunity had which state, and why',
			endpoint: 'GET /Opportunities/{id}/StateHistory',
			below: 'states',
			parameters: ['returnAll', 'limit'],
			outputFields: STATE_FIELDS,
		},
	],
};
