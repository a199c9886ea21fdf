import type { INodeProperties } from 'n8n-workflow';

import { KNOWN_ID, OTHERWISE } from '../operations/matching';

/** For operations that write to a record which may be there already. */
export const skipIfUnchanged: INodeProperties = {
	displayName: 'Skip If Unchanged',
	name: 'skipIfUnchanged',
	type: 'boolean',
	default: true,
	description:
		'Whether to send nothing if the record already holds the mapped values. The item then says "unchanged". This is how two workflows that keep two systems in step come to rest.',
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

export const knownId: INodeProperties = {
	displayName: 'Record ID If Known',
	name: KNOWN_ID,
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.Spotler_ID__c }}',
	description:
		'The ID of the record where the item knows it, such as from a field in which two systems keep the ID of the partner. If it is empty, or there is no such record, the record is looked up by the field to match on.',
};

/** A second field to find a record by. `fieldName` lists the fields of the chosen resource. */
export const otherwiseMatchOn = (fieldName: INodeProperties): INodeProperties => ({
	...fieldName,
	displayName: 'Otherwise Match On Name or ID',
	name: OTHERWISE,
	description:
		'A second field to find the record by if nothing has the value to match on, such as the email address where the first one is the partner\'s ID. A record counts only while its field to match on is empty. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});
