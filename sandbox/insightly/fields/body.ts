import type { JsonObject, JsonValue } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import type { Account } from '../account';
import { clientBug, invalid } from '../refusal';
import type { FieldSpec } from '../spec';
import { recordTypes } from '../spec';
import { readCustomFields } from './customFields';
import { referenceExists } from './references';
import { readValue } from './values';

export interface BodyRules {
	/** Record type in the specification. */
	type: string;
	mode: 'create' | 'update';
	/** Table the record lives in, for its custom fields. */
	collection?: string;
	/** Keys taken besides the type's own and left to the caller, such as the record's number. */
	besides?: readonly string[];
	/** Required fields that may be left out all the same, because the path or the service fills them in. */
	mayLack?: readonly string[];
}

/** Required by the document, but seen to be filled in (leads), or likely to be (tasks). */
const FILLED_IN: Readonly<Record<string, readonly string[]>> = {
	Leads: ['LEAD_SOURCE_ID', 'LEAD_STATUS_ID'],
	Tasks: ['OWNER_USER_ID', 'COMPLETED'],
	Projects: [],
};

/**
 * Checks a body against a record type.
 * @returns the fields that take effect, in the answer's spelling; read-only ones are left out
 * @throws Refusal 400
 */
export function readBody(account: Account, body: JsonObject, rules: BodyRules): JsonObject {
	const fields = recordTypes[rules.type];
	const changes: Record<string, JsonValue> = {};
	for (const [name, value] of Object.entries(body)) {
		if (rules.besides?.includes(name)) continue;
		const field = fields[name];
		if (!field) {
			if (name === 'ETag') continue;
			throw clientBug('unknown field', `${name} is not a field of ${rules.type}`);
		}
		if (field.write !== 'both' && field.write !== rules.mode) continue;
		changes[name] = readField(account, rules, name, field, value);
	}
	if (rules.mode === 'create') checkRequired(account, rules, changes);
	return changes;
}

function readField(
	account: Account,
	rules: BodyRules,
	name: string,
	field: FieldSpec,
	value: JsonValue,
): JsonValue {
	if (value === null || value === '') {
		if (field.required) throw invalid(`${name} is required`);
		if (value === null) return field.type.startsWith('array') ? [] : null;
	}
	const { dateInput } = account.switches;
	if (name === 'CUSTOMFIELDS') {
		return readCustomFields(account.store, rules.collection ?? rules.type, value, dateInput);
	}
	const element = /^array<(\w+)>$/.exec(field.type)?.[1];
	if (element) return readList(account, name, element, value);
	if (recordTypes[field.type]) return readPart(account, name, field.type, value);
	const read = readValue(`${rules.type}.${name}`, field, value, dateInput);
	if (!referenceExists(account.store, rules.type, name, read)) {
		throw invalid(`${name} ${String(read)} does not exist`);
	}
	return read;
}

function readList(account: Account, name: string, element: string, value: JsonValue): JsonValue {
	if (!Array.isArray(value)) throw clientBug('bad value type', `${name} must be a list`);
	const type = element === 'TeamMember' ? 'TeamMembers' : element;
	return value.map((item: JsonValue) => readPart(account, name, type, item));
}

function readPart(account: Account, name: string, type: string, value: JsonValue): JsonObject {
	if (!isJsonObject(value)) throw clientBug('bad value type', `${name} must hold objects`);
	return readBody(account, value, { type, mode: 'create' });
}

function checkRequired(account: Account, rules: BodyRules, changes: JsonObject): void {
	const filled = account.switches.serverDefaults === 'filled' ? FILLED_IN[rules.type] : undefined;
	const mayLack = [...(rules.mayLack ?? []), ...(filled ?? [])];
	for (const [name, { required }] of Object.entries(recordTypes[rules.type])) {
		if (required && !(name in changes) && !mayLack.includes(name)) {
			throw invalid(`${name} is required`);
		}
	}
}
