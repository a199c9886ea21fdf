import type { JsonObject, JsonValue } from '../../shared/json';
import { isJsonObject } from '../../shared/json';

/** One entry of CUSTOMFIELDS: the three keys that recorded answers have. */
export function customFieldEntry(name: string, value: JsonValue): JsonObject {
	return { FIELD_NAME: name, FIELD_VALUE: value, CUSTOM_FIELD_ID: name };
}

/**
 * CUSTOMFIELDS of a record: every field of the account in its order, empty ones null.
 * @param fields descriptions of the fields
 * @param before the record's entries so far
 * @param given entries that change
 */
export function fillCustomFields(
	fields: readonly JsonObject[],
	before: JsonValue,
	given: JsonValue,
): JsonObject[] {
	const values = new Map([...entriesOf(before), ...entriesOf(given)]);
	return fields.map(({ FIELD_NAME }) => {
		const name = String(FIELD_NAME);
		return customFieldEntry(name, values.get(name.toUpperCase()) ?? null);
	});
}

/** Values by field name in capitals: names are not told apart by letter case. */
export function entriesOf(entries: JsonValue | undefined): Array<[string, JsonValue]> {
	if (!Array.isArray(entries)) return [];
	return entries
		.filter(isJsonObject)
		.map((entry) => [String(entry.FIELD_NAME).toUpperCase(), entry.FIELD_VALUE ?? null]);
}
