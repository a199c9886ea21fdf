import { choice, integer, reference, required, text, linked } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ALL_STAMPS, ID, labelled } from './commonFields';

export const account: RecordType = {
	value: 'account',
	name: 'Account',
	plural: 'accounts',
	object: 'accounts',
	titleKeys: ['name'],
	matchKey: 'name',
	createdKey: 'createddate',
	changedKey: 'modifieddate',
	isCore: true,
	shown: ['phone', 'website', 'addresscity', 'addresscountry'],
	fields: [
		ID,
		...labelled(
			[required(text('name')), 'Name'],
			[text('addressline'), 'Address Line'],
			[text('addresscity'), 'Address City'],
			[text('addresscounty/state'), 'Address County/State'],
			[text('addresspostcode/zip'), 'Address Postcode/Zip'],
			[text('addresscountry'), 'Address Country'],
			[reference('ownerid', 'users'), 'Owner'],
			[linked('campaignid', 'campaign'), 'Campaign ID'],
			[integer('slaid'), 'SLA ID'],
			[choice('source', []), 'Source'],
			[text('notes'), 'Notes'],
			[text('phone'), 'Phone'],
			[text('website'), 'Website'],
			[choice('type', []), 'Type'],
			[choice('sector', []), 'Sector'],
			[integer('leadscore'), 'Lead Score'],
		),
		...ALL_STAMPS,
	],
};
