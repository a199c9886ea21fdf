import type { IDataObject } from 'n8n-workflow';

import type { FieldChoice } from '../../shared/fields/types';
import { isObject } from '../../shared/request/rows';

/** One field as the data dictionary tells it, under whatever key it does. */
export interface DictionaryField {
	name: string;
	label?: string;
	/** The account's own word for the type, lower case. */
	type?: string;
	required: boolean;
	readOnly: boolean;
	choices?: FieldChoice[];
}

/**
 * The vendor documents the call but not the response. So every shape that is usual is read: a list at the top or under
 * one of these keys, its entries bare or in an envelope, or an object keyed by field name.
 */
const CONTAINERS = ['list', 'fields', 'items', 'data', 'record'];
const NAMES = ['name', 'field', 'fieldname', 'field_name', 'column', 'key'];
const LABELS = ['label', 'displayname', 'title', 'description'];
const TYPES = ['type', 'datatype', 'fieldtype', 'data_type'];
const REQUIRED = ['required', 'mandatory', 'is_required'];
const READ_ONLY = ['readonly', 'read_only', 'is_readonly'];
const CHOICES = ['options', 'values', 'choices'];

const isFilledText = (value: unknown): value is string =>
	typeof value === 'string' && value.trim() !== '';

/** Whether a flag is set, however it is written: true, 1, "1", "true", "Yes". */
const isYes = (value: unknown): boolean =>
	value === true || /^(1|true|yes|y)$/i.test(String(value ?? '').trim());

/**
 * The fields in a response of `GET /datadictionary/{object}`; none when nothing in it can be read. For example
 *
 * `{"list": [{"name": "type", "label": "Type", "type": "lookup", "required": false, "options": ["Customer"]}]}`
 * or `{"type": {"label": "Type", "type": "lookup"}}`
 */
export function readDictionary(body: unknown): DictionaryField[] {
	if (Array.isArray(body)) return body.flatMap((entry) => readField(entry) ?? []);
	if (!isObject(body)) return [];
	const container = CONTAINERS.find((key) => isContainer(body, key));
	if (container !== undefined) return readDictionary(body[container]);
	return Object.entries(body).flatMap(([name, entry]) => readKeyed(name, entry) ?? []);
}

/** A field may bear one of the names too, so an object only counts when nothing but metadata stands beside it. */
function isContainer(body: IDataObject, key: string): boolean {
	if (Array.isArray(body[key])) return true;
	const others = Object.keys(body).filter((other) => other !== key && !BESIDES.includes(other));
	return isObject(body[key]) && others.length === 0;
}

const BESIDES = ['metadata', 'object', 'object_name', 'message'];

function readField(entry: unknown, keyedName?: string): DictionaryField | undefined {
	if (typeof entry === 'string' && keyedName === undefined) {
		return entry === '' ? undefined : { name: entry, required: false, readOnly: false };
	}
	const row = isObject(entry) && isObject(entry.record) ? entry.record : entry;
	if (!isObject(row)) return undefined;
	const lower = new Map(Object.entries(row).map(([key, value]) => [key.toLowerCase(), value]));
	const first = <T>(keys: readonly string[], fits: (value: unknown) => value is T) =>
		keys.map((key): unknown => lower.get(key)).find(fits);
	const name = keyedName ?? first(NAMES, isFilledText)?.trim();
	if (name === undefined) return undefined;
	return {
		name,
		label: first(LABELS, isFilledText)?.trim(),
		type: first(TYPES, isFilledText)?.trim().toLowerCase(),
		required: REQUIRED.some((key) => isYes(lower.get(key))),
		readOnly: READ_ONLY.some((key) => isYes(lower.get(key))),
		choices: readChoices(first(CHOICES, Array.isArray)),
	};
}

/** `{"name": {"type": "text", …}}`, or only `{"name": "text"}`. */
function readKeyed(name: string, entry: unknown): DictionaryField | undefined {
	if (BESIDES.includes(name)) return undefined;
	if (typeof entry === 'string') {
		return { name, type: entry.trim().toLowerCase(), required: false, readOnly: false };
	}
	return readField(entry, name);
}

/** Values of a list in whatever shape; undefined when there are none. */
export function readChoices(values: unknown): FieldChoice[] | undefined {
	if (!Array.isArray(values)) return undefined;
	const choices = values.flatMap((entry) => readChoice(entry) ?? []);
	return choices.length > 0 ? choices : undefined;
}

const isValue = (value: unknown): value is string | number =>
	(typeof value === 'string' && value !== '') || typeof value === 'number';

function readChoice(entry: unknown): FieldChoice | undefined {
	const row = isObject(entry) && isObject(entry.record) ? entry.record : entry;
	if (isValue(row)) return { name: String(row), value: row };
	if (!isObject(row)) return undefined;
	const shown = [row.value, row.name, row.label, row.text, row.id].find(isValue);
	const stored = [row.id, row.value, row.name, row.label].find(isValue);
	if (shown === undefined || stored === undefined) return undefined;
	return { name: String(shown), value: stored };
}
