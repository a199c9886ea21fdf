import { dateTime, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const marketingVisit: RecordType = {
	value: 'marketingVisit',
	name: 'Marketing Visit',
	plural: 'marketing visits',
	path: '/MarketingVisits',
	idKey: 'VISIT_ID',
	titleKeys: ['VISIT_ID'],
	plan: 'marketing',
	isSearchable: false,
	listing: 'paged',
	lacks: ['create', 'update', 'delete'],
	fields: [
		...readOnly(
			integer('VISIT_ID'),
			integer('PROSPECT_ID'),
			text('MKT_MEDIUM'),
			text('MKT_SOURCE'),
			text('MKT_TERM'),
			text('MKT_CONTENT'),
			text('MKT_NETWORK'),
			text('MKT_CLICKID'),
			text('PAGE_REFERRER'),
			text('REFR_SOURCE'),
			text('REFR_MEDIUM'),
			integer('PAGE_VIEW_COUNT'),
			dateTime('FIRST_PAGE_VIEW_DATE_UTC'),
			dateTime('LAST_PAGE_VIEW_DATE_UTC'),
		),
	],
};
