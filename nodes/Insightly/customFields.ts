import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../shared/request/client';
import { rowsOf } from '../shared/operations/run';
import type { Field, FieldKind } from '../shared/fields/types';
import type { RecordType } from './recordTypes';

/** Codes that were *observed*; others exist for lookups, addresses and calculated fields and are treated as text. */
const KINDS: Record<string, FieldKind> = {
	TEXT: 'text',
	MULTILINETEXT: 'text',
	NUMERIC: 'decimal',
	PERCENT: 'decimal',
	BIT: 'boolean',
	DATE: 'date',
	DATETIME: 'dateTime',
	DROPDOWN: 'choice',
	MULTISELECT: 'choices',
	AUTONUMBER: 'text',
};

const NEVER_SENT = ['AUTONUMBER'];

const KEPT_MS = 5 * 60_000;

const REFRESHED_AFTER_MS = 5_000;

interface Kept {
	at: number;
	fields: Promise<Field[]>;
}

const kept = new Map<string, Kept>();

/**
 * The account's own fields of a record type, from `GET /CustomFields/{objectName}`. That call answers every field of the
 * account for a name it does not know (*observed*), so FIELD_FOR decides. Kept for some minutes per account.
 */
export async function customFieldsOf(
	client: ApiClient,
	type: RecordType,
	mustBeFresh = false,
): Promise<Field[]> {
	const object = type.customFieldsOf;
	if (object === undefined) return [];
	const key = `${client.account} ${object}`;
	const known = kept.get(key);
	const age = known ? Date.now() - known.at : Infinity;
	if (known && age < (mustBeFresh ? REFRESHED_AFTER_MS : KEPT_MS)) return await known.fields;

	const fields = loadFields(client, object);
	kept.set(key, { at: Date.now(), fields });
	try {
		return await fields;
	} finally {
		fields.catch(() => kept.delete(key));
	}
}

async function loadFields(client: ApiClient, object: string): Promise<Field[]> {
	const { body } = await client.send({
		method: 'GET',
		path: `/CustomFields/${encodeURIComponent(object)}`,
	});
	return rowsOf(body)
		.filter(({ FIELD_FOR: owner }) => String(owner).toUpperCase() === object.toUpperCase())
		.sort((a, b) => Number(a.FIELD_ORDER ?? 0) - Number(b.FIELD_ORDER ?? 0))
		.map(customField);
}

function customField(row: IDataObject): Field {
	const type = String(row.FIELD_TYPE ?? '').toUpperCase();
	const kind = KINDS[type] ?? 'text';
	const hasChoices = kind === 'choice' || kind === 'choices';
	return {
		name: String(row.FIELD_NAME),
		label: String(row.FIELD_LABEL || row.FIELD_NAME),
		kind,
		custom: true,
		...(NEVER_SENT.includes(type) || row.EDITABLE === false ? { readOnly: true } : {}),
		...(hasChoices ? { choices: choicesOf(row) } : {}),
	};
}

function choicesOf({ CUSTOM_FIELD_OPTIONS: options }: IDataObject): Field['choices'] {
	if (!Array.isArray(options)) return [];
	return (options as IDataObject[]).map(({ OPTION_VALUE: value }) => ({
		name: String(value),
		value: String(value),
	}));
}
