import { integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const opportunityStateReason: RecordType = {
	value: 'opportunityStateReason',
	name: 'Opportunity State Reason',
	plural: 'opportunity state reasons',
	path: '/OpportunityStateReasons',
	idKey: 'STATE_REASON_ID',
	titleKeys: ['STATE_REASON'],
	isSearchable: false,
	listing: 'paged',
	lacks: ['get', 'create', 'update', 'delete'],
	fields: readOnly(integer('STATE_REASON_ID'), text('STATE_REASON'), text('FOR_OPPORTUNITY_STATE')),
};
