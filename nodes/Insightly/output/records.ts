import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { flag } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import type { OperationResult } from '../../shared/operations/types';

interface NamedValue {
	list: string;
	key: string;
}

/** Lists of a record that are only names: simplified to plain texts. */
const NAME_LISTS: readonly NamedValue[] = [
	{ list: 'TAGS', key: 'TAG_NAME' },
	{ list: 'EMAILDOMAINS', key: 'EMAIL_DOMAIN' },
];

/**
 * A record with its custom fields as plain keys beside the standard ones, tags and e-mail domains as texts. Everything
 * else stays as Insightly gives it; a custom field never hides a standard one.
 */
export function simplifyRecord(record: IDataObject): IDataObject {
	const { CUSTOMFIELDS: customFields, ...rest } = record;
	const simple: IDataObject = rest;
	for (const { list, key } of NAME_LISTS) {
		const entries = simple[list];
		if (Array.isArray(entries)) simple[list] = entries.map((entry) => nameIn(entry, key));
	}
	if (!Array.isArray(customFields)) return simple;
	for (const entry of customFields as IDataObject[]) {
		const name = entry?.FIELD_NAME;
		if (typeof name === 'string' && !(name in simple)) simple[name] = entry.FIELD_VALUE ?? null;
	}
	return simple;
}

const nameIn = (entry: unknown, key: string): string =>
	String(typeof entry === 'object' && entry !== null ? (entry as IDataObject)[key] : entry);

/** Simplify stands in the form itself, or in the options of a list below a record. */
const isSimplified = (item: ItemContext): boolean =>
	item.flag('simplify', item.collection('options').simplify !== false);

/** Rows to items, simplified if the user wants it; a single record carries the ETag that came in its header. */
export function recordOutput(
	{ rows, response }: OperationResult,
	item: ItemContext,
): INodeExecutionData[] {
	const isSimple = isSimplified(item);
	const etag = response?.headers.etag;
	return rows.map((row) => {
		const json = isSimple ? simplifyRecord(row) : row;
		return { json: etag && json.ETag === undefined ? { ...json, ETag: etag } : json };
	});
}

/** What a deletion gives. */
export const DELETED_FIELDS = [flag('deleted')];

/** DELETE answers 202 with an empty body (v3.1 specification, *observed*). */
export const deletedOutput = (): INodeExecutionData[] => [{ json: { deleted: true } }];

/** What a write gives that answers nothing. */
export const DONE_FIELDS = [flag('success')];
