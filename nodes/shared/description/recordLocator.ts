import type { INodeProperties } from 'n8n-workflow';

/** What an ID and, where a record can be named by it, an address of the service look like. */
export interface LocatorExamples {
	id: string;
	url?: string;
}

/** Builds the locators of one service: a record to pick from a list, by ID or by its address. */
export const recordLocators =
	({ id, url }: LocatorExamples) =>
	(
		displayName: string,
		name: string,
		/** Name of the method that makes the list. */
		searchListMethod: string,
		description: string,
	): INodeProperties => ({
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${id}` },
			...(url === undefined
				? []
				: [
						{
							displayName: 'By URL',
							name: 'url',
							type: 'string' as const,
							placeholder: `e.g. ${url}`,
						},
					]),
		],
	});
