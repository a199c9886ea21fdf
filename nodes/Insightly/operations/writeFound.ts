import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { Field } from '../../shared/fields/types';
import type { ItemContext } from '../../shared/form/itemContext';
import type { Written } from '../../shared/operations/createOrUpdate';
import { leftAlone, type WriteRules } from '../../shared/operations/writeRules';
import type { ApiClient } from '../../shared/request/client';
import { rowsOf } from '../../shared/request/rows';
import { CHANGED_MEANWHILE } from '../api/errors';
import { parseUtc } from '../api/formats';
import { putKeepingCustomFields } from '../fields/customFieldsGuard';
import { customFieldsOf } from '../fields/customFields';
import { recordBody } from '../fields/recordValues';
import { addsTags, tagText, withKeptTags } from '../fields/tags';
import { hasFeature, type RecordType } from '../resources/types';
import { wholeRecord, valueOf } from './search';

/** A record to write, and where. */
export interface Put {
	id: number;
	values: IDataObject;
	path: string;
	/** Only write if this is still the record's ETag. */
	ifMatch?: string;
}

/** Options of the operations that write to a record which may be there already. */
export const writeOptions = (type: RecordType): string[] => [
	...(hasFeature(type, 'tags') ? ['addTags'] : []),
	'notChangedSince',
	'skipIfUnchanged',
];

/** PUT with the ID in the body; custom fields that it does not name stay as they are. */
export const putRecord = async (
	client: ApiClient,
	type: RecordType,
	{ id, values, path, ifMatch }: Put,
): Promise<Written> =>
	await putKeepingCustomFields(client, type, id, {
		method: 'PUT',
		path,
		body: { [type.idKey]: id, ...recordBody(type, values) },
		accepts: (body) => rowsOf(body).some((row) => Number(row[type.idKey]) === id),
		...(ifMatch ? { headers: { 'If-Match': ifMatch } } : {}),
	});

/**
 * Writes to a record that was just read, unless the user's rules say to leave it alone: then it comes out as it is, and
 * says why. Where it was to be written only if nobody changed it, its ETag sees to what happens after the reading.
 * @param found the whole record
 */
export async function writeFound(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	rules: WriteRules,
	{ found, ...put }: Put & { found: IDataObject },
): Promise<Written> {
	if (rules.notChangedSince !== undefined && type.updatedKey === undefined) {
		throw item.refuse(
			`Insightly does not say when ${type.plural} change`,
			'Remove the option Only If Not Changed Since.',
		);
	}
	const values = addsTags(item) ? withKeptTags(put.values, found) : put.values;
	const fields = await knownFields(client, type, values);
	const left = leftAlone(rules, {
		values: comparable(values),
		valueOf: (name) => comparable({ [name]: valueOf(found, name) as never })[name],
		fieldOf: (name) => fields.get(name),
		changedAt: parseUtc(found[type.updatedKey ?? '']),
	});
	if (left) return [{ ...found, ...left }];
	if (rules.notChangedSince === undefined) return await putRecord(client, type, { ...put, values });
	return await putUnchanged(client, type, {
		...put,
		values,
		ifMatch: put.ifMatch || etagOf(found),
	});
}

const etagOf = ({ ETag: etag }: IDataObject): string | undefined =>
	typeof etag === 'string' && etag !== '' ? etag : undefined;

/** A PUT that somebody was faster than leaves the record alone, like any other later change. */
async function putUnchanged(client: ApiClient, type: RecordType, put: Put): Promise<Written> {
	const written = await putRecord(client, type, put).catch(
		async (error: Error) => await (isLate(error) ? undefined : Promise.reject(error)),
	);
	if (written) return written;
	return [{ ...(await wholeRecord(client, type, put.id)), changedSince: true }];
}

const isLate = (error: Error): boolean =>
	error instanceof NodeApiError && error.message.startsWith(CHANGED_MEANWHILE.message);

async function knownFields(
	client: ApiClient,
	type: RecordType,
	values: IDataObject,
): Promise<Map<string, Field>> {
	const known = new Map<string, Field>(type.fields.map((field) => [field.name, field]));
	if (Object.keys(values).every((name) => known.has(name))) return known;
	for (const field of await customFieldsOf(client, type)) known.set(field.name, field);
	return known;
}

/** Tags are compared by their names, in whatever order. */
const comparable = (values: IDataObject): IDataObject =>
	'TAGS' in values ? { ...values, TAGS: tagText(values.TAGS) } : values;
