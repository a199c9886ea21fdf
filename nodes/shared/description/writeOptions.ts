import type { INodeProperties } from 'n8n-workflow';

import { OTHERWISE } from '../operations/matching';

/** For operations that write to a record which may be there already. */
export const skipIfUnchanged: INodeProperties = {
	displayName: 'Skip If Unchanged',
	name: 'skipIfUnchanged',
	type: 'boolean',
	default: true,
	description:
		'Whether to send nothing if the record already says all that is mapped. Its item then says "unchanged". Two flows that keep two systems in step come to rest this way.',
};

export const notChangedSince: INodeProperties = {
	displayName: 'Only If Not Changed Since',
	name: 'notChangedSince',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.DATE_UPDATED_UTC }}',
	description:
		'A moment, such as the date of change of the record that the values come from. A record that was changed later is left as it is, and its item says "changedSince".',
};

/** A second field to find a record by. `fieldName` lists the fields of the chosen resource. */
export const otherwiseMatchOn = (fieldName: INodeProperties): INodeProperties => ({
	...fieldName,
	displayName: 'Otherwise Match On Name or ID',
	name: OTHERWISE,
	description:
		'A second field to find the record by if nothing has the value to match on, such as the email address where the first one is the partner\'s ID. A record counts only while its field to match on is empty. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});
