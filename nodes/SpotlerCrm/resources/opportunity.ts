import { date, decimal, text, linked } from '../../shared/fields/define';
import { account } from './account';
import type { RecordType } from './types';
import { ALL_STAMPS, ID, labelled } from './commonFields';

export const opportunity: RecordType = {
	value: 'opportunity',
	name: 'Opportunity',
	plural: 'opportunities',
	object: 'opportunities',
	titleKeys: ['name'],
	matchKey: 'name',
	createdKey: 'createddate',
	changedKey: 'modifieddate',
	stageKey: 'status',
	parentByName: { option: 'accountName', key: 'accountid', type: account, nameKey: 'name' },
	hasLines: true,
	isCore: true,
	shown: ['name', 'accountid', 'closedate', 'status'],
	fields: [
		ID,
		...labelled(
			[linked('accountid', 'account'), 'Account ID'],
			[text('name'), 'Name'],
			[date('closedate'), 'Close Date'],
			[text('forecast'), 'Forecast'],
			[text('nextstep'), 'Next Step'],
			[decimal('probability'), 'Probability'],
			[text('repeat'), 'Repeat'],
			[text('source'), 'Source'],
			[text('status'), 'Status'],
		),
		...ALL_STAMPS,
	],
};
