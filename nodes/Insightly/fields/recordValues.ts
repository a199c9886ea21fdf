import type { IDataObject } from 'n8n-workflow';

import { isEmpty } from '../../shared/fields/blank';
import {
	checkedValues,
	mappedValues,
	requireFields,
	type MapperPurpose,
} from '../../shared/fields/mapper';
import type { Field } from '../../shared/fields/types';
import type { ItemContext } from '../../shared/form/itemContext';
import { referenceValues } from '../../shared/fields/references';
import type { ApiClient } from '../../shared/request/client';
import { customFieldsOf } from './customFields';
import { insightlyLayout } from './layout';
import type { RecordType } from '../resources/types';
import { readTags, withoutTags } from './tags';

/** Name of the mapper parameter in every form that writes. */
const MAPPER = 'fields';

/**
 * The values that the user mapped for one item, checked against the table and the account's own fields, under the API's
 * names and in its spelling.
 * @throws NodeOperationError before anything is sent, naming each field that cannot be right.
 */
export async function recordValues(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	purpose: MapperPurpose,
): Promise<IDataObject> {
	const standard = new Map(type.fields.map((field) => [field.name, field]));
	const custom = await neededCustomFields(item, client, type, standard);
	const fields = [...type.fields, ...custom.values()];
	const values = { ...mappedValues(item, MAPPER, fields), ...referenceValues(item, type.fields) };
	refuseUnknown(item, type, values, standard, custom);
	const { rest, given } = withoutTags(values);
	const checked = checkedValues(
		item,
		rest,
		(name) => standard.get(name) ?? custom.get(name),
		insightlyLayout,
		purpose,
	);
	return given === undefined ? checked : { ...checked, TAGS: readTags(item, given) };
}

/** Only asks the account about its fields when a value is mapped that the table does not know. */
async function neededCustomFields(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	standard: ReadonlyMap<string, Field>,
): Promise<Map<string, Field>> {
	if (type.customFieldsOf === undefined) return new Map();
	const isAutomatic = item.collection(MAPPER).mappingMode === 'autoMapInputData';
	const names = isAutomatic
		? Object.keys(item.json())
		: Object.keys(mappedValues(item, MAPPER, type.fields));
	const unknown = names.filter((name) => !standard.has(name));
	if (unknown.length === 0) return new Map();

	const named = (fields: Field[]) => new Map(fields.map((field) => [field.name, field]));
	const known = named(await customFieldsOf(client, type));
	if (isAutomatic || unknown.every((name) => known.has(name))) return known;
	return named(await customFieldsOf(client, type, true));
}

function refuseUnknown(
	item: ItemContext,
	type: RecordType,
	values: IDataObject,
	standard: ReadonlyMap<string, Field>,
	custom: ReadonlyMap<string, Field>,
): void {
	if (item.collection(MAPPER).mappingMode === 'autoMapInputData') return;
	const unknown = Object.keys(values).filter((name) => !standard.has(name) && !custom.has(name));
	if (unknown.length === 0) return;
	throw item.refuse(
		`${type.name} has no field ${unknown.join(', ')}`,
		'Refresh the list of fields in the form: the field may have been renamed or removed in Insightly.',
	);
}

/** A checked set of values as the body of POST or PUT: custom fields go into a list of their own. */
export function recordBody(type: RecordType, values: IDataObject): IDataObject {
	const standard = new Set(type.fields.map(({ name }) => name));
	const body: IDataObject = {};
	const customFields: IDataObject[] = [];
	for (const [name, value] of Object.entries(values)) {
		if (standard.has(name)) body[name] = value;
		else customFields.push({ FIELD_NAME: name, FIELD_VALUE: value });
	}
	return customFields.length > 0 ? { ...body, CUSTOMFIELDS: customFields } : body;
}

/** What a record's place in the path already says about a new record. */
export interface KnownFromPath {
	/** Sent along; the specification calls it required. */
	values: IDataObject;
	/** Fields that need not be filled in besides. */
	fields: readonly string[];
}

/** Body of a new record: empty values are left out, so that Insightly's own defaults apply. */
export async function createBody(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	values: IDataObject,
	known: KnownFromPath = { values: {}, fields: [] },
): Promise<IDataObject> {
	const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
	const needed = type.fields.filter(({ name }) => !known.fields.includes(name));
	requireFields(item, filled, needed);
	if (Object.keys(filled).length === 0) {
		throw item.refuse('The new record has no values', 'Add at least one field to the form.');
	}
	const defaults = await type.createDefaults?.(client);
	return recordBody(type, { ...defaults, ...filled, ...known.values });
}
