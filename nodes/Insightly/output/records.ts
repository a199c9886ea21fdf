import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { owns } from '../../shared/request/rows';
import { flag } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import type { OperationResult } from '../../shared/operations/types';

/** Lists of a record that are only names, simplified to plain texts: the key that holds the name. */
const NAME_KEYS: Readonly<Record<string, string | undefined>> = {
	TAGS: 'TAG_NAME',
	EMAILDOMAINS: 'EMAIL_DOMAIN',
};

/**
 * A record with its custom fields as plain keys beside the standard ones, tags and e-mail domains as texts. Everything
 * else stays as Insightly gives it; a custom field never hides a standard one.
 */
export function simplifyRecord(record: IDataObject): IDataObject {
	// Made in one go: an object that grows by so many keys takes three times the memory.
	const entries: Array<[string, IDataObject[string]]> = [];
	for (const [name, value] of Object.entries(record)) {
		if (name !== 'CUSTOMFIELDS') entries.push([name, namesIn(name, value)]);
	}
	const customFields = Array.isArray(record.CUSTOMFIELDS) ? record.CUSTOMFIELDS : [];
	const added = new Set<string>();
	for (const entry of customFields as IDataObject[]) {
		const name = entry?.FIELD_NAME;
		if (typeof name !== 'string' || owns(record, name) || added.has(name)) continue;
		added.add(name);
		entries.push([name, entry.FIELD_VALUE ?? null]);
	}
	return Object.fromEntries(entries);
}

function namesIn(list: string, value: IDataObject[string]): IDataObject[string] {
	const key = NAME_KEYS[list];
	return key !== undefined && Array.isArray(value)
		? value.map((entry) => nameIn(entry, key))
		: value;
}

const nameIn = (entry: unknown, key: string): string =>
	String(typeof entry === 'object' && entry !== null ? (entry as IDataObject)[key] : entry);

/** Simplify stands in the form itself, or in the options of a list below a record. */
const isSimplified = (item: ItemContext): boolean =>
	item.flag('simplify', item.collection('options').simplify !== false);

/** What a list keeps of each row: simplified if the user wants it. */
export const recordShape = (item: ItemContext): ((row: IDataObject) => IDataObject) =>
	isSimplified(item) ? simplifyRecord : (row) => row;

/** Rows to items, simplified if the user wants it; a single record carries the ETag that came in its header. */
export function recordOutput(
	{ rows, response }: OperationResult,
	item: ItemContext,
): INodeExecutionData[] {
	const shape = recordShape(item);
	const etag = response?.headers.etag;
	return rows.map((row) => {
		const json = shape(row);
		return { json: etag && json.ETag === undefined ? { ...json, ETag: etag } : json };
	});
}

/** What a deletion gives. */
export const DELETED_FIELDS = [flag('deleted')];

/** DELETE answers 202 with an empty body (v3.1 specification, *observed*). */
export const deletedOutput = (): INodeExecutionData[] => [{ json: { deleted: true } }];

/** What a write gives that answers nothing. */
export const DONE_FIELDS = [flag('success')];
