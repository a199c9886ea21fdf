import type { INodeProperties } from 'n8n-workflow';

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
