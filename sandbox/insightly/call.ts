import type { SandboxRequest } from '../shared/http';
import type { JsonObject } from '../shared/json';
import type { Account } from './account';
import { notFound } from './refusal';
import type { Resource } from './resources';
import type { Endpoint } from './spec';

/** Query parameters of one request, checked. */
export interface Query {
	/** How many rows at most, between 1 and 500. */
	readonly top: number;
	readonly skip: number;
	readonly countTotal: boolean;
	readonly brief: boolean;
	/** Every other parameter as it was sent. */
	readonly text: Readonly<Record<string, string>>;
}

/** One request on its way through a behaviour. */
export interface Call {
	readonly account: Account;
	readonly endpoint: Endpoint;
	/** The collection the path begins with. */
	readonly resource: Resource;
	/** Path parameters, decoded. */
	readonly params: Readonly<Record<string, string>>;
	readonly query: Query;
	readonly request: SandboxRequest;
	/** The parsed JSON body; undefined when the operation has none. */
	readonly body?: JsonObject | readonly JsonObject[];
}

/** The number in the path under a name, `id` unless said otherwise. */
export function idParameter(call: Call, name = 'id'): number {
	return Number(call.params[name]);
}

/**
 * The record that `{id}` names.
 * @throws Refusal 404
 */
export function recordInPath(call: Call): JsonObject {
	const row = call.account.store.get(call.resource.path, idParameter(call));
	if (!row) throw notFound();
	return row;
}

/** `Contacts/12`: the record in the path as a key. */
export function parentKey(call: Call): string {
	return `${call.resource.path}/${idParameter(call)}`;
}

/** Marks the record in the path as updated, when the account does so for changes below a record. */
export function touchParent({ account, resource, params }: Call): void {
	if (!account.switches.childChangesBumpParent) return;
	account.store.update(resource.path, Number(params.id), {});
}

/** The body as one object; a list of exactly one counts as that one. */
export function singleBody(call: Call): JsonObject {
	const { body } = call;
	if (Array.isArray(body)) return (body[0] ?? {}) as JsonObject;
	return (body ?? {}) as JsonObject;
}
