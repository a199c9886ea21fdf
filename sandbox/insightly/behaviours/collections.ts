import type { Reply } from '../../shared/http';
import { jsonReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import type { Call } from '../call';
import { idParameter, recordInPath } from '../call';
import { readBody } from '../fields/body';
import { clientBug } from '../refusal';
import { numberParts } from './parts';
import { nestedGetStatus } from './present';

/**
 * The body of PUT …/Tags, …/Dates or …/EmailDomains: the document types it as one object and describes it as a
 * collection.
 */
export function bodyAsCollection({ account, body }: Call): readonly JsonObject[] {
	const { tagsPutShape } = account.switches;
	const isList = Array.isArray(body);
	if (tagsPutShape === 'array' && !isList) {
		throw clientBug('bad body', 'The body must be a list');
	}
	if (tagsPutShape === 'object' && isList) {
		throw clientBug('bad body', 'The body must be one object');
	}
	return (isList ? body : [body]) as readonly JsonObject[];
}

/** Writes a part of the record in the path, which changes its date only where the account says so. */
export function writeBelow(call: Call, changes: JsonObject): void {
	const { account, resource } = call;
	const row = recordInPath(call);
	const keepsDate = 'DATE_UPDATED_UTC' in row && !account.switches.childChangesBumpParent;
	const date: JsonObject = keepsDate ? { DATE_UPDATED_UTC: row.DATE_UPDATED_UTC } : {};
	account.store.update(resource.path, idParameter(call), { ...changes, ...date });
}

function readPart(field: string): (call: Call) => Reply {
	return (call) => jsonReply(nestedGetStatus(call), recordInPath(call)[field] ?? []);
}

function replacePart(field: string, type: string): (call: Call) => Reply {
	return (call) => {
		recordInPath(call);
		const parts = bodyAsCollection(call).map((part) =>
			readBody(call.account, part, { type, mode: 'create' }),
		);
		const changes = numberParts(call.account, { [field]: parts });
		writeBelow(call, changes);
		return jsonReply(call.account.switches.putStatus, changes[field]);
	};
}

export const partBehaviours = {
	'GET /*/{id}/Dates': readPart('DATES'),
	'PUT /*/{id}/Dates': replacePart('DATES', 'Date'),
	'GET /*/{id}/EmailDomains': readPart('EMAILDOMAINS'),
	'PUT /*/{id}/EmailDomains': replacePart('EMAILDOMAINS', 'EmailDomain'),
};
