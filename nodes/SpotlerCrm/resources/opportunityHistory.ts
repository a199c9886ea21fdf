import { date, decimal, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ID, STAMPS, labelled } from './commonFields';

/** Live records had a date of change but none of creation. */
export const opportunityHistory: RecordType = {
	value: 'opportunityHistory',
	name: 'Opportunity History',
	plural: 'opportunity histories',
	object: 'opportunityhistories',
	titleKeys: ['opportunitystatus', 'closedate'],
	changedKey: 'modifieddate',
	fields: [
		ID,
		...labelled(
			[date('closedate'), 'Close Date'],
			[text('forecast'), 'Forecast'],
			[text('opportunitystatus'), 'Opportunity Status'],
			[decimal('probability'), 'Probability'],
			[decimal('value'), 'Value'],
		),
		STAMPS.modifiedby,
		STAMPS.modifieddate,
	],
};
