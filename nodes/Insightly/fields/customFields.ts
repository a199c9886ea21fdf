import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import { TtlCache } from '../../shared/request/ttlCache';
import { rowsOf } from '../../shared/request/rows';
import type { Field, FieldKind } from '../../shared/fields/types';
import { pathSegment } from '../../shared/request/safeRequest';
import type { RecordType } from '../resources/types';

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

/** A field of the account, with the API's own word for what it holds. */
export interface CustomField extends Field {
	apiType: string;
	/** Whether a PUT can set it: of a type that is known to hold what was sent, and not filled in by the service. */
	isSettable: boolean;
}

const NEVER_SENT = ['AUTONUMBER'];

const REFRESHED_AFTER_MS = 5_000;

const kept = new TtlCache<CustomField[]>(5 * 60_000);

/**
 * The account's own fields of a record type, from `GET /CustomFields/{objectName}`. That call answers every field of the
 * account for a name it does not know (*observed*), so FIELD_FOR decides. TtlCache for some minutes per account.
 */
export async function customFieldsOf(
	client: ApiClient,
	type: RecordType,
	mustBeFresh = false,
): Promise<CustomField[]> {
	const object = type.customFieldsOf;
	if (object === undefined) return [];
	return await kept.get(
		`${client.account} ${object}`,
		async () => await loadFields(client, object),
		mustBeFresh ? REFRESHED_AFTER_MS : undefined,
	);
}

async function loadFields(client: ApiClient, object: string): Promise<CustomField[]> {
	const { body } = await client.send({
		method: 'GET',
		path: `/CustomFields/${pathSegment(object)}`,
	});
	return rowsOf(body)
		.filter(({ FIELD_FOR: owner }) => isFieldFor(String(owner), object))
		.sort((a, b) => Number(a.FIELD_ORDER ?? 0) - Number(b.FIELD_ORDER ?? 0))
		.map(customField);
}

/** Whether a custom field holds a picture. What the API calls such a field is not published. */
export const isImageField = ({ apiType }: CustomField): boolean => /IMAGE|PICTURE/.test(apiType);

/** FIELD_FOR has room for this many characters (v3.1 specification). */
const LONGEST_OWNER = 12;

/** How FIELD_FOR spells names of several words is not published, so underscores do not count, nor what is cut off. */
export function isFieldFor(owner: string, object: string): boolean {
	const plain = (name: string) => name.toUpperCase().replace(/[_ ]/g, '');
	if (plain(owner) === plain(object)) return true;
	const isCut = owner.length === LONGEST_OWNER && !/__C$/i.test(object);
	return isCut && plain(object).startsWith(plain(owner));
}

function customField(row: IDataObject): CustomField {
	const type = String(row.FIELD_TYPE ?? '').toUpperCase();
	const kind = KINDS[type] ?? 'text';
	const readOnly = NEVER_SENT.includes(type) || row.EDITABLE === false;
	const hasChoices = kind === 'choice' || kind === 'choices';
	return {
		name: String(row.FIELD_NAME),
		label: String(row.FIELD_LABEL || row.FIELD_NAME),
		kind,
		custom: true,
		apiType: type,
		...(type === 'PERCENT' ? { isPercent: true } : {}),
		isSettable: type in KINDS && !readOnly,
		...(readOnly ? { readOnly } : {}),
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
