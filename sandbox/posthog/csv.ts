import { isJsonObject, type JsonValue } from '../shared/json';

/**
 * The service's generic CSV: nested keys joined by dots, places in lists as keys, the header in alphabetical order, one
 * row for each top-level item. A whole page of a list is one item and so one very wide row.
 */
export function renderCsv(value: JsonValue): string {
	const items = Array.isArray(value) ? value : [value];
	const rows = items.map((item) => new Map(flatten(item, '')));
	const header = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort();
	if (header.length === 0) return '';
	const lines = rows.map((row) => header.map((name) => cell(row.get(name))));
	return [header.map(cell), ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

function flatten(value: JsonValue, prefix: string): Array<[string, JsonValue]> {
	const join = (key: string) => (prefix === '' ? key : `${prefix}.${key}`);
	if (Array.isArray(value)) {
		return value.flatMap((entry: JsonValue, index) => flatten(entry, join(String(index))));
	}
	if (isJsonObject(value)) {
		return Object.entries(value).flatMap(([key, entry]) => flatten(entry, join(key)));
	}
	return [[prefix, value]];
}

function cell(value: JsonValue | undefined): string {
	if (value === undefined || value === null) return '';
	const text = typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
