import type { INodeProperties } from 'n8n-workflow';

/** How a form asks for the field that tells whether a record is already there. */
export interface Matching {
	description: string;
	hint: string;
}

/** For operations that create a record or update the one that is there. */
export const CREATE_OR_UPDATE: Matching = {
	description: 'The field that tells whether the record is already there',
	hint: 'If no record has this value, one is created. If one has it, it is updated. If several have it, nothing is written.',
};

/**
 * The Fields of every form that writes, filled by the node's method `getFields`.
 * @param dependsOn parameters that decide which fields there are, besides Resource and Operation
 */
export const fieldMapper = (
	description: string,
	dependsOn: readonly string[],
	matching?: Matching,
): INodeProperties => ({
	displayName: 'Fields',
	name: 'fields',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	required: true,
	description,
	typeOptions: {
		loadOptionsDependsOn: ['resource', 'operation', ...dependsOn],
		resourceMapper: {
			resourceMapperMethod: 'getFields',
			mode: matching ? 'upsert' : 'add',
			fieldWords: { singular: 'field', plural: 'fields' },
			multiKeyMatch: false,
			supportAutoMap: true,
			...(matching ? { matchingFieldsLabels: { title: 'Field to Match On', ...matching } } : {}),
		},
	},
});
