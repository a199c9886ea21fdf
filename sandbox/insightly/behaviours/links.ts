import type { Reply } from '../../shared/http';
import { emptyReply, jsonReply } from '../../shared/http';
import type { JsonObject, JsonValue } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import type { Account } from '../account';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody } from '../call';
import { readBody } from '../fields/body';
import { clientBug, invalid, notFound } from '../refusal';
import { resourceNamed } from '../resources';
import { writeBelow } from './collections';
import { nextPartNumber } from './parts';
import { nestedGetStatus } from './present';

/** Kinds of record that a link may point at; leads are not among them any more. */
const LINKABLE = [
	'Contact',
	'Organisation',
	'Opportunity',
	'Project',
	'Task',
	'Event',
	'Note',
	'Email',
];

/** The links of a record. */
export function linksOf(row: JsonObject): JsonObject[] {
	if (!Array.isArray(row.LINKS)) return [];
	return row.LINKS.filter((link: JsonValue): link is JsonObject => isJsonObject(link));
}

function readLinks(call: Call): Reply {
	return jsonReply(nestedGetStatus(call), linksOf(recordInPath(call)));
}

function addLink(call: Call): Reply {
	const row = recordInPath(call);
	const link = { LINK_ID: nextPartNumber(call.account), ...readLink(call) };
	writeBelow(call, { LINKS: [...linksOf(row), link] });
	const { nestedCreateAnswer } = call.account.switches;
	return jsonReply(201, nestedCreateAnswer === 'array' ? [link] : link);
}

/** PUT …/Links: changes the link whose LINK_ID is in the body. */
function changeLink(call: Call): Reply {
	const row = recordInPath(call);
	const body = singleBody(call);
	if (typeof body.LINK_ID !== 'number') {
		throw clientBug('missing record number', 'LINK_ID is required in the body');
	}
	const before = linksOf(row).find(({ LINK_ID }) => LINK_ID === body.LINK_ID);
	if (!before) throw notFound('Record or Link not found');
	const link = { ...before, ...readLink(call, before), LINK_ID: body.LINK_ID };
	const links = linksOf(row).map((other) => (other === before ? link : other));
	writeBelow(call, { LINKS: links });
	return jsonReply(call.account.switches.putStatus, link);
}

function removeLink(call: Call): Reply {
	const row = recordInPath(call);
	const id = idParameter(call, 'linkId');
	const others = linksOf(row).filter(({ LINK_ID }) => LINK_ID !== id);
	if (others.length === linksOf(row).length) throw notFound('Record or Link not found');
	writeBelow(call, { LINKS: others });
	return emptyReply(202);
}

/** Checks the body of a link below a record; its own side comes from the path. */
function readLink(call: Call, before: JsonObject = {}): JsonObject {
	return {
		...LINK_EXTRAS,
		...checkLink(call.account, singleBody(call), before),
		OBJECT_NAME: call.resource.objectName,
		OBJECT_ID: idParameter(call),
	};
}

const LINK_EXTRAS = { ROLE: null, DETAILS: null, RELATIONSHIP_ID: null, IS_FORWARD: false };

/**
 * Checks where a link points.
 * @throws Refusal 400 for a kind of record that cannot be linked, 404 for a record that is not there
 */
export function checkLink(account: Account, body: JsonObject, before: JsonObject = {}): JsonObject {
	const link = { ...before, ...readBody(account, body, { type: 'Link', mode: 'create' }) };
	const { LINK_OBJECT_NAME: name, LINK_OBJECT_ID: id } = link;
	if (typeof name !== 'string' || !LINKABLE.includes(name)) {
		throw invalid(`LINK_OBJECT_NAME must be one of: ${LINKABLE.join(', ')}`);
	}
	const target = resourceNamed(name);
	if (!target || !account.store.get(target.path, Number(id))) {
		throw notFound('Record or Link not found');
	}
	return link;
}

export const linkBehaviours = {
	'GET /*/{id}/Links': readLinks,
	'POST /*/{id}/Links': addLink,
	'PUT /*/{id}/Links': changeLink,
	'DELETE /*/{id}/Links/{linkId}': removeLink,
};
