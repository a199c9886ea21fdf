import type { IDataObject, JsonObject } from 'n8n-workflow';

import { owns } from '../../shared/request/rows';
import { NodeApiError } from 'n8n-workflow';

import type { Field, FieldKind } from '../../shared/fields/types';
import type { ApiClient } from '../../shared/request/client';
import { TtlCache } from '../../shared/request/ttlCache';
import { pathSegment } from '../../shared/request/safeRequest';
import { readDictionary, type DictionaryField } from './dictionaryResponse';
import { readTypeName } from './dictionaryWords';
import { recordsIn } from '../api/envelope';
import type { RecordType } from '../resources/types';
import { TOKEN_REFUSED } from '../api/errors';

/** Values that the server sets itself. */
const SERVER_FIELDS = ['id', 'createdby', 'modifiedby', 'createddate', 'modifieddate'];

const KEPT_MS = 5 * 60_000;
const REFRESHED_AFTER_MS = 5_000;

const kept = new TtlCache<Field[]>(KEPT_MS);

/**
 * The fields of an object in this account: from its data dictionary; if that cannot be read, from a sample record; if
 * there is none, from the built-in table. Kept for some minutes per account.
 * @throws NodeApiError when the account lets nobody in, or has no such object
 */
export async function fieldsOf(
	client: ApiClient,
	type: RecordType,
	object: string,
	mustBeFresh = false,
): Promise<Field[]> {
	return await kept.get(
		`${client.account} ${object}`,
		async () => await loadFields(client, type, object),
		mustBeFresh ? REFRESHED_AFTER_MS : KEPT_MS,
	);
}

async function loadFields(client: ApiClient, type: RecordType, object: string): Promise<Field[]> {
	const rows = readDictionary(await dictionaryOf(client, object));
	if (rows.length > 0) return rows.map((row) => dictionaryField(row, type));
	const { body } = await client.send({
		method: 'GET',
		path: `/${pathSegment(object)}`,
		query: { limit: 1 },
	});
	return sampleFields(recordsIn(body)[0] ?? {}, type);
}

/**
 * The raw response of `GET /datadictionary/{object}`, or undefined when the account does not offer it. A refusal that would
 * meet the next request as well is passed on: each refused request can send the administrator an e-mail.
 */
async function dictionaryOf(client: ApiClient, object: string): Promise<unknown> {
	try {
		const path = `/datadictionary/${pathSegment(object)}`;
		return (await client.send({ method: 'GET', path })).body;
	} catch (error) {
		if (error instanceof NodeApiError && isOnlyThisCall(error)) return undefined;
		throw new NodeApiError(client.node, error as JsonObject);
	}
}

const isOnlyThisCall = ({ httpCode, message }: NodeApiError): boolean => {
	const status = Number(httpCode ?? 0);
	return status >= 400 && !TOKEN_REFUSED.includes(status) && !/has no object/.test(message);
};

/** What the built-in table knows of a field, completed and corrected by what the account says. */
function dictionaryField(row: DictionaryField, type: RecordType): Field {
	const known = type.fields.find(({ name }) => name === row.name);
	const holds = whatItHolds(row, known);
	const isServerField = SERVER_FIELDS.includes(row.name) || known?.readOnly === true;
	return {
		name: row.name,
		label: row.label ?? known?.label ?? labelOfName(row.name),
		...holds,
		...(known ? {} : { custom: true }),
		...(known?.list ? { list: known.list } : {}),
		...(row.choices && ['choice', 'choices'].includes(holds.kind) ? { choices: row.choices } : {}),
		...(isServerField || row.readOnly ? { readOnly: true } : {}),
		...(row.required && !isServerField ? { required: true } : {}),
	};
}

/** The account's word for a type decides, but a text that is known never becomes a number: it may begin with zeros. */
function whatItHolds(
	{ type, choices }: DictionaryField,
	known: Field | undefined,
): Pick<Field, 'kind' | 'isPercent'> {
	if (known?.list) return { kind: known.kind };
	const told = type === undefined ? undefined : readTypeName(type);
	if (choices) return { kind: told?.kind === 'choices' ? 'choices' : 'choice' };
	const isNumber = told?.kind === 'integer' || told?.kind === 'decimal';
	if (told === undefined || (known?.kind === 'text' && isNumber)) {
		return { kind: known?.kind ?? 'text' };
	}
	return told;
}

/** `income category` is written `incomecategory`: the words are lost, so the name is only capitalised. */
const labelOfName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Fields of a sample record first, then the rest of the built-in table: records differ in what they hold. */
function sampleFields(record: IDataObject, type: RecordType): Field[] {
	const known = new Map(type.fields.map((field) => [field.name, field]));
	const seen = Object.entries(record)
		.filter(([name]) => name !== 'lines')
		.map(([name, value]) => known.get(name) ?? sampledField(name, value));
	return [...seen, ...type.fields.filter(({ name }) => !owns(record, name))];
}

function sampledField(name: string, value: unknown): Field {
	const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\d( |$)/.test(value);
	const kind: FieldKind = typeof value === 'number' ? 'decimal' : isDate ? 'dateTime' : 'text';
	const readOnly = SERVER_FIELDS.includes(name);
	return { name, label: labelOfName(name), kind, custom: true, ...(readOnly ? { readOnly } : {}) };
}
