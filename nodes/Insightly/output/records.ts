import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { owns } from '../../shared/request/rows';
import { flag } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import type { OperationResult } from '../../shared/operations/types';
import { rowShape, type RowShape } from '../../shared/output/shape';
import type { RecordType } from '../resources/types';

/** Lists of a record that are only names, simplified to plain texts: the key that holds the name. */
const NAME_KEYS: Readonly<Record<string, string | undefined>> = {
	TAGS: 'TAG_NAME',
	EMAILDOMAINS: 'EMAIL_DOMAIN',
};

/**
 * A record with its custom fields as plain keys beside the standard ones, tags and e-mail domains as texts. Everything
 * else stays as Insightly gives it; a custom field never hides a standard one.
 */
export const simplifyRecord = (record: IDataObject): IDataObject =>
	Object.fromEntries(flatEntries(record));

function flatEntries(record: IDataObject): Array<[string, IDataObject[string]]> {
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
	return entries;
}

function namesIn(list: string, value: IDataObject[string]): IDataObject[string] {
	const key = NAME_KEYS[list];
	return key !== undefined && Array.isArray(value)
		? value.map((entry) => nameIn(entry, key))
		: value;
}

const nameIn = (entry: unknown, key: string): string =>
	String(typeof entry === 'object' && entry !== null ? (entry as IDataObject)[key] : entry);

/** What a record type's records come out as. */
export const recordShape = (item: ItemContext, type?: RecordType): RowShape =>
	rowShape(item, {
		fields: type?.fields,
		telling: type && tellingFields(type),
		entries: flatEntries,
		isOwn: (name) => name.endsWith('__c'),
	});

/** Who or what it is, how to reach it, whose it is and how far it has got. */
const tellingFields = (type: RecordType): string[] => {
	const { idKey, titleKeys, emailKey, shown, stageKeys, matchKey, updatedKey } = type;
	const known = type.fields.map(({ name }) => name);
	return [idKey, ...titleKeys, emailKey, updatedKey, ...(shown ?? []), ...(stageKeys ?? [])]
		.concat(matchKey, known.includes('OWNER_USER_ID') ? 'OWNER_USER_ID' : undefined)
		.filter((name) => name !== undefined);
};

/** Rows to items, as the user wants them; a single record carries the ETag that came in its header. */
export const recordOutput =
	(type?: RecordType) =>
	({ rows, response }: OperationResult, item: ItemContext): INodeExecutionData[] => {
		const shape = recordShape(item, type);
		const etag = response?.headers.etag;
		return rows.map((row) => ({
			json: shape(etag && row.ETag === undefined ? { ...row, ETag: etag } : row),
		}));
	};

/** What a deletion gives. */
export const DELETED_FIELDS = [flag('deleted')];

/** DELETE answers 202 with an empty body (v3.1 specification, *observed*). */
export const deletedOutput = (): INodeExecutionData[] => [{ json: { deleted: true } }];

/** What a write gives that answers nothing. */
export const DONE_FIELDS = [flag('success')];
