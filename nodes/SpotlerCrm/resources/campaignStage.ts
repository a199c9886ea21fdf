import type { RecordType } from './types';
import { ID } from './commonFields';

/** No public source shows a record: all fields come from the data dictionary. */
export const campaignStage: RecordType = {
	value: 'campaignStage',
	name: 'Campaign Stage',
	plural: 'campaign stages',
	object: 'campaignstages',
	titleKeys: ['name'],
	fields: [ID],
};
