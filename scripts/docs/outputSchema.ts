import type { Field, FieldKind } from '../../nodes/shared/fields/types';

/** The part of JSON Schema that n8n reads to show fields before a run. */
export interface OutputSchema {
	type: string;
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
	version?: number;
}

const TYPES: Readonly<Record<FieldKind, string>> = {
	text: 'string',
	integer: 'integer',
	decimal: 'number',
	boolean: 'boolean',
	date: 'string',
	dateTime: 'string',
	choice: 'string',
	choices: 'array',
	json: 'object',
};

/** Schema of the items that an operation gives, from its fields. */
export function outputSchema(fields: readonly Field[]): OutputSchema {
	return {
		type: 'object',
		properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
		version: 1,
	};
}

function fieldSchema(field: Field): OutputSchema {
	const type = typeOf(field);
	return field.isList ? { type: 'array', items: { type } } : { type };
}

/** An entry of one of the account's lists is an ID; a choice is what its values are. */
function typeOf({ kind, list, choices }: Field): string {
	const isNumber = list !== undefined || typeof choices?.[0]?.value === 'number';
	return kind === 'choice' && isNumber ? 'integer' : TYPES[kind];
}
