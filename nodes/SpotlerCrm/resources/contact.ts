import { flag, integer, text, linked } from '../../shared/fields/define';
import { account } from './account';
import type { RecordType } from './types';
import { ALL_STAMPS, ID, labelled } from './commonFields';

export const contact: RecordType = {
	value: 'contact',
	name: 'Contact',
	plural: 'contacts',
	object: 'contacts',
	titleKeys: ['first', 'last'],
	emailKey: 'email',
	matchKey: 'email',
	createdKey: 'createddate',
	changedKey: 'modifieddate',
	isCore: true,
	shown: ['first', 'last', 'email', 'phone', 'accountid'],
	parentByName: { option: 'accountName', key: 'accountid', type: account, nameKey: 'name' },
	fields: [
		ID,
		...labelled(
			[linked('accountid', 'account'), 'Account ID'],
			[text('salutation'), 'Salutation'],
			[text('first'), 'First Name'],
			[text('middle'), 'Middle Name'],
			[text('last'), 'Last Name'],
			[text('jobtitle'), 'Job Title'],
			[text('department'), 'Department'],
			[text('email', undefined, { isEmail: true }), 'Email'],
			[text('phone'), 'Phone'],
			[text('mobile'), 'Mobile'],
			[text('direct'), 'Direct'],
			[text('addresscity'), 'Address City'],
			[text('addresscounty/state'), 'Address County/State'],
			[text('addresspostcode/zip'), 'Address Postcode/Zip'],
			[text('addresscountry'), 'Address Country'],
			[flag('decisionmaker'), 'Decision Maker'],
			[flag('leftcompany'), 'Left Company'],
			[integer('hold'), 'Hold'],
			[integer('leadscore'), 'Lead Score'],
		),
		...ALL_STAMPS,
	],
};
