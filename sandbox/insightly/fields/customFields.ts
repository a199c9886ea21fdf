import type { JsonObject, JsonValue } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import { readBodyDate } from '../dates';
import { clientBug, invalid } from '../refusal';
import type { Store } from '../store/store';

const ENTRY_KEYS = ['FIELD_NAME', 'FIELD_VALUE', 'CUSTOM_FIELD_ID'];

/**
 * Checks the CUSTOMFIELDS of a body against the account's own fields.
 * @returns the entries that take effect; automatic numbers are left out
 * @throws Refusal 400
 */
export function readCustomFields(
	store: Store,
	collection: string,
	value: JsonValue,
	dates: 'documented' | 'iso',
): JsonObject[] {
	if (!Array.isArray(value)) throw clientBug('bad value type', 'CUSTOMFIELDS must be a list');
	const fields = store.customFieldsOf(collection);
	return value.flatMap((entry: JsonValue) => {
		if (!isJsonObject(entry) || typeof entry.FIELD_NAME !== 'string') {
			throw clientBug('bad custom field entry', 'Each entry of CUSTOMFIELDS needs a FIELD_NAME');
		}
		const strange = Object.keys(entry).find((key) => !ENTRY_KEYS.includes(key));
		if (strange) throw clientBug('unknown field', `CUSTOMFIELDS entries have no ${strange}`);
		const name = entry.FIELD_NAME.toUpperCase();
		const field = fields.find(({ FIELD_NAME }) => String(FIELD_NAME).toUpperCase() === name);
		if (!field) {
			throw clientBug('unknown custom field', `Invalid custom field name ${entry.FIELD_NAME}`);
		}
		if (field.FIELD_TYPE === 'AUTONUMBER') return [];
		if (isSetByService(field)) {
			throw clientBug('calculated field sent', `${entry.FIELD_NAME} is calculated`);
		}
		const read = readCustomValue(field, entry.FIELD_VALUE ?? null, dates);
		return [{ FIELD_NAME: entry.FIELD_NAME, FIELD_VALUE: read }];
	});
}

/** Whether the service fills a custom field in by itself: then no PUT sets it, and none empties it. */
export const isSetByService = ({ FIELD_TYPE }: JsonObject): boolean =>
	FIELD_TYPE === 'AUTONUMBER' || FIELD_TYPE === 'CALCULATED';

function readCustomValue(
	field: JsonObject,
	value: JsonValue,
	dates: 'documented' | 'iso',
): JsonValue {
	if (value === null) return null;
	const name = String(field.FIELD_NAME);
	const wanted = PLAIN_TYPES[String(field.FIELD_TYPE)] ?? 'string';
	if (typeof value !== wanted) {
		throw clientBug('bad value type', `The value of custom field ${name} must be a ${wanted}`);
	}
	switch (field.FIELD_TYPE) {
		case 'DATE':
		case 'DATETIME': {
			const date = readBodyDate(String(value), dates);
			if (date === undefined) throw invalid(`The value of custom field ${name} must be a date`);
			return date;
		}
		case 'DROPDOWN':
			checkOptions(field, [String(value)]);
			return value;
		case 'MULTISELECT':
			checkOptions(field, String(value).split(';'));
			return value;
		default:
			return value;
	}
}

const PLAIN_TYPES: Readonly<Record<string, 'string' | 'number' | 'boolean'>> = {
	BIT: 'boolean',
	NUMERIC: 'number',
	PERCENT: 'number',
};

function checkOptions(field: JsonObject, values: string[]): void {
	const options = Array.isArray(field.CUSTOM_FIELD_OPTIONS) ? field.CUSTOM_FIELD_OPTIONS : [];
	const known = options.filter(isJsonObject).map(({ OPTION_VALUE }) => String(OPTION_VALUE));
	const strange = values.find((value) => value !== '' && !known.includes(value));
	if (strange === undefined) return;
	throw invalid(`${strange} is not an option of custom field ${String(field.FIELD_NAME)}`);
}
