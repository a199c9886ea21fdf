import type { Reply } from '../shared/http';
import { emptyReply, jsonReply, mediaType } from '../shared/http';
import type { JsonObject, JsonValue } from '../shared/json';
import type { Account, Call } from './call';
import { isApiDate } from './dates';
import type { FieldSpec, ObjectSpec } from './objects';
import { envelope } from './present';
import { parseObject } from './queryLanguage';
import { badRequest, invalid, notFound } from './refusal';
import { listName } from './store';

/** `GET /{object}/{id}`. */
export function getRecord(call: Call, spec: ObjectSpec, id: number): Reply {
	const { store, switches } = call.account;
	const row = store.get(spec.name, id);
	if (row) {
		const lines = call.query.lines === 'true';
		return jsonReply(200, envelope(call.account, spec, row, { lines }));
	}
	if (switches.missingRecord === 'empty object') return jsonReply(200, {});
	if (switches.missingRecord === 'null record') return jsonReply(200, { record: null });
	if (switches.missingRecord === 'empty') return emptyReply(200);
	throw notFound();
}

/** `POST /{object}`: 201. */
export function createRecord(call: Call, spec: ObjectSpec): Reply {
	const { account } = call;
	const body = readBody(call, spec);
	const missing = spec.fields.filter(({ name, required }) => required && (body[name] ?? '') === '');
	if (missing.length > 0) {
		throw invalid(Object.fromEntries(missing.map(({ name }) => [name, { Required: [] }])));
	}
	const row = account.store.insert(spec.name, body);
	return jsonReply(201, envelope(account, spec, row));
}

/** `PATCH /{object}/{id}`: only what is sent changes. */
export function updateRecord(call: Call, spec: ObjectSpec, id: number): Reply {
	const { account } = call;
	if (!account.store.get(spec.name, id)) throw notFound();
	const row = account.store.update(spec.name, id, readBody(call, spec));
	return jsonReply(account.switches.patchStatus, envelope(account, spec, row));
}

/** `DELETE /{object}/{id}`: `{}` or nothing. */
export function deleteRecord({ account }: Call, spec: ObjectSpec, id: number): Reply {
	if (!account.store.remove(spec.name, id)) throw notFound();
	return account.switches.deleteBody === 'object' ? jsonReply(200, {}) : emptyReply(200);
}

function readBody(call: Call, spec: ObjectSpec): JsonObject {
	if (mediaType(call.request) !== 'application/json') {
		throw badRequest('bad content type', 'The body must be application/json');
	}
	const body = parseObject('The body', call.request.body.toString('utf8'));
	if (Object.keys(body).length === 0) throw badRequest('empty body', 'The body has no fields');
	const complaints: Record<string, Record<string, string[]>> = {};
	for (const [name, value] of Object.entries(body)) {
		const field = spec.fields.find((one) => one.name === name);
		if (!field) throw badRequest('unknown field', `${spec.name} has no field ${name}`);
		if (field.serverSet) throw badRequest('read-only field', `${name} is set by the server`);
		const rule = brokenRule(call.account, spec, field, value);
		if (rule) complaints[name] = { [rule]: [] };
	}
	if (Object.keys(complaints).length > 0) throw invalid(complaints);
	return body;
}

function brokenRule(
	{ store, switches }: Account,
	spec: ObjectSpec,
	{ name, type }: FieldSpec,
	value: JsonValue,
): string | undefined {
	if (value === null || value === '') return undefined;
	switch (type) {
		case 'number':
		case 'reference':
			return typeof value === 'number' ? undefined : 'Numeric';
		case 'flag':
			return value === 0 || value === 1 ? undefined : 'Boolean';
		case 'date':
		case 'datetime':
			return isApiDate(value, type) ? undefined : 'Date';
		default: {
			if (typeof value !== 'string') return 'String';
			const isListed = store.lookups.get(listName(spec.name, name))?.includes(value) ?? true;
			return isListed || switches.unlisted === 'accept' ? undefined : 'In';
		}
	}
}
