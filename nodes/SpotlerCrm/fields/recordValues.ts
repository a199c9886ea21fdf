import type { IDataObject, ResourceMapperField } from 'n8n-workflow';

import { isEmpty } from '../../shared/fields/blank';
import {
	checkedValues,
	mappedValues,
	requireFields,
	schemaFields,
	type MapperPurpose,
} from '../../shared/fields/mapper';
import type { Field, FieldKind } from '../../shared/fields/types';
import type { ItemContext } from '../../shared/form/itemContext';
import { referenceValues } from '../../shared/fields/references';
import type { ApiClient } from '../../shared/request/client';
import { fieldsOf } from './dictionary';
import { crmTimezone, spotlerLayout } from '../api/formats';
import { objectOf, type RecordType } from '../resources/types';

/** Name of the mapper parameter in every form that writes. */
const MAPPER = 'fields';

/** What an item writes: values under the API's names and in its spelling, and the fields they belong to. */
export interface RecordValues {
	values: IDataObject;
	fields: readonly Field[];
}

/**
 * The values that the user mapped for one item, checked as far as anything is known about their fields.
 * @throws NodeOperationError before anything is sent, naming each field that cannot be right
 */
export async function recordValues(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	purpose: MapperPurpose,
): Promise<RecordValues> {
	const fields = await describedFields(item, client, type);
	const known = new Map(fields.map((field) => [field.name, field]));
	const mapped = {
		...mappedValues(item, MAPPER, fields),
		...referenceValues(item, type.fields),
	};
	const layout = spotlerLayout(crmTimezone(item));
	const fieldOf = (name: string) => known.get(name) ?? UNDESCRIBED(name);
	return { values: checkedValues(item, mapped, fieldOf, layout, purpose), fields };
}

/** Sent as it was given: the data dictionary may know a field that the form did not. */
const UNDESCRIBED = (name: string): Field => ({ name, label: name, kind: 'choice' });

/** What is known about fields: the built-in table, and the form's own picture of the account. */
async function describedFields(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
): Promise<readonly Field[]> {
	const schema = schemaFields(item, MAPPER);
	const names = new Set(type.fields.map(({ name }) => name));
	if (mustAsk(item, schema, names)) {
		return await fieldsOf(client, type, objectOf(item, type));
	}
	const requiredNames = new Set(schema.filter(({ required }) => required).map(({ id }) => id));
	return [
		...type.fields.map((field) =>
			requiredNames.has(field.name) ? { ...field, required: true } : field,
		),
		...schema.filter(({ id }) => !names.has(id)).map(formField),
	];
}

/**
 * The account has to be asked when automatic mapping has no picture of it, because that decides which keys of the item
 * are fields; and when a date is written that the form cannot tell from a moment.
 */
function mustAsk(
	item: ItemContext,
	schema: readonly ResourceMapperField[],
	names: ReadonlySet<string>,
): boolean {
	const { mappingMode, value } = item.mapper(MAPPER);
	if (mappingMode === 'autoMapInputData' && schema.length === 0) return true;
	const written = mappingMode === 'autoMapInputData' ? item.json() : value;
	return schema.some(
		({ id, type }) => type === 'dateTime' && !names.has(id) && (written?.[id] ?? null) !== null,
	);
}

const KINDS: Partial<Record<NonNullable<ResourceMapperField['type']>, FieldKind>> = {
	number: 'decimal',
	boolean: 'boolean',
	dateTime: 'dateTime',
	options: 'choice',
	string: 'text',
};

const formField = ({ id, displayName, type, required }: ResourceMapperField): Field => ({
	name: id,
	label: displayName,
	kind: KINDS[type ?? 'string'] ?? 'choice',
	custom: true,
	...(required ? { required } : {}),
});

/**
 * Body of a new record: empty values are left out, so that Spotler's own defaults apply.
 * @throws NodeOperationError that names required fields without a value
 */
export function createBody(item: ItemContext, { values, fields }: RecordValues): IDataObject {
	const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
	requireFields(item, filled, fields);
	return filled;
}
