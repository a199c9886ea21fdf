import type { Reply } from '../../shared/http';
import { emptyReply, jsonReply } from '../../shared/http';
import type { JsonObject, JsonValue } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import type { Call } from '../call';
import { recordInPath, singleBody } from '../call';
import { readBody } from '../fields/body';
import { clientBug, invalid, notFound } from '../refusal';
import { bodyAsCollection, writeBelow } from './collections';
import { nestedGetStatus } from './present';

/** Collections with tags that /Tags knows, by the word it wants. */
const TAGGED: Readonly<Record<string, string>> = {
	contacts: 'Contacts',
	emails: 'Emails',
	leads: 'Leads',
	opportunities: 'Opportunities',
	organisations: 'Organisations',
	projects: 'Projects',
};

/** GET /Tags?record_type=: every tag in use, in alphabetical order. */
function tagsInUse({ account, query }: Call): Reply {
	const collection = TAGGED[query.text.record_type.toLowerCase()];
	if (!collection)
		throw clientBug('bad query value', 'record_type is not a kind of record with tags');
	const names = new Set(account.store.all(collection).flatMap((row) => tagNames(row)));
	const tags = [...names].sort().map((TAG_NAME) => ({ TAG_NAME }));
	const headers = query.countTotal ? { 'X-Total-Count': String(tags.length) } : undefined;
	return jsonReply(200, tags.slice(query.skip, query.skip + query.top), headers);
}

function readTags(call: Call): Reply {
	return jsonReply(nestedGetStatus(call), recordInPath(call).TAGS);
}

function addTag(call: Call): Reply {
	const row = recordInPath(call);
	const tag = readTag(call, singleBody(call));
	const others = tagNames(row).filter((name) => !same(name, tag));
	writeBelow(call, { TAGS: [...others, tag].map((TAG_NAME) => ({ TAG_NAME })) });
	const { nestedCreateAnswer } = call.account.switches;
	return jsonReply(201, nestedCreateAnswer === 'array' ? [{ TAG_NAME: tag }] : { TAG_NAME: tag });
}

function replaceTags(call: Call): Reply {
	recordInPath(call);
	const tags = bodyAsCollection(call).map((tag) => ({ TAG_NAME: readTag(call, tag) }));
	writeBelow(call, { TAGS: tags });
	return jsonReply(call.account.switches.putStatus, tags);
}

/** The tag to take away is in the body, also with DELETE. */
function removeTag(call: Call): Reply {
	const row = recordInPath(call);
	const tag = readTag(call, singleBody(call));
	const others = tagNames(row).filter((name) => !same(name, tag));
	if (others.length === tagNames(row).length) throw notFound('Tag not found');
	writeBelow(call, { TAGS: others.map((TAG_NAME) => ({ TAG_NAME })) });
	return emptyReply(202);
}

function readTag({ account }: Call, body: JsonObject): string {
	const { TAG_NAME } = readBody(account, body, { type: 'Tag', mode: 'create' });
	if (typeof TAG_NAME !== 'string' || TAG_NAME === '') throw invalid('TAG_NAME is required');
	return TAG_NAME;
}

function tagNames({ TAGS }: JsonObject): string[] {
	if (!Array.isArray(TAGS)) return [];
	return TAGS.filter((tag: JsonValue): tag is JsonObject => isJsonObject(tag)).map(({ TAG_NAME }) =>
		String(TAG_NAME),
	);
}

function same(one: string, other: string): boolean {
	return one.toUpperCase() === other.toUpperCase();
}

export const tagBehaviours = {
	'GET /Tags': tagsInUse,
	'GET /*/{id}/Tags': readTags,
	'POST /*/{id}/Tags': addTag,
	'PUT /*/{id}/Tags': replaceTags,
	'DELETE /*/{id}/Tags': removeTag,
};
