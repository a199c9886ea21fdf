import type { RecordType } from './types';
import { ID } from './commonFields';

/** No public source shows a record: all fields come from the data dictionary. */
export const campaignDetail: RecordType = {
	value: 'campaignDetail',
	name: 'Campaign Detail',
	plural: 'campaign details',
	object: 'campaigndetails',
	titleKeys: ['name'],
	fields: [ID],
};
