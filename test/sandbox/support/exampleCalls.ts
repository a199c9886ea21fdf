import type { JsonObject, JsonValue } from '../../../sandbox/shared/json';
import type { InsightlySandbox } from '../../../sandbox/insightly';
import type { Endpoint, FieldSpec } from '../../../sandbox/insightly/spec';
import { recordTypes } from '../../../sandbox/insightly/spec';
import { resourceOf, resources } from '../../../sandbox/insightly/resources';
import type { Sending } from './client';

/** A correct request for an operation, made from the specification and the records that are there. */
export function exampleCall(
	sandbox: InsightlySandbox,
	endpoint: Endpoint,
): { path: string; sending: Sending } {
	const collection = collectionOf(endpoint);
	const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(String(parameter(sandbox, endpoint, collection, name))),
	);
	const query = (endpoint.query ?? [])
		.filter((row) => row.includes('*'))
		.map((row) => queryValue(sandbox, endpoint, collection, row.split('*')[0]));
	const address = query.length > 0 ? `${path}?${query.join('&')}` : path;
	return { path: address, sending: sendingFor(sandbox, endpoint, collection) };
}

function collectionOf({ path }: Endpoint): string {
	const first = path.split('/')[1];
	return first === '{objectName}' ? 'Vehicle__c' : first;
}

function parameter(
	sandbox: InsightlySandbox,
	{ path }: Endpoint,
	collection: string,
	name: string,
): JsonValue {
	const { store } = sandbox;
	switch (name) {
		case 'id':
			return anyId(sandbox, collection);
		case 'childEntityId':
		case 'milestoneId':
		case 'permissionId':
			return childId(sandbox, path, collection);
		case 'linkId':
			return ((store.get(collection, anyId(sandbox, collection))?.LINKS as JsonObject[])[0] ?? {})
				.LINK_ID;
		case 'documentTemplateId': {
			const { objectName } = resourceOf(collection);
			const fits = store
				.all('DocumentTemplates')
				.find(({ RELATED_OBJECT_NAME }) => RELATED_OBJECT_NAME === objectName);
			return fits?.TEMPLATE_ID ?? 0;
		}
		case 'fieldName':
			return 'Photo__c';
		case 'fileName':
		case 'filename':
			return 'face one.png';
		case 'language':
			return 'de';
		case 'objectName':
			return path.startsWith('/CustomFields') ? 'Contact' : 'Vehicle__c';
		case 'customObjectName':
			return 'Vehicle__c';
		case 'user_id':
			return store.me;
		case 'object_name':
			return 'Contact';
		default:
			return 1;
	}
}

/** A record of the collection; for lead sources and the like one that is not in use is the last. */
export function anyId({ store }: InsightlySandbox, collection: string): number {
	const { idKey } = resourceOf(collection);
	const rows = store.all(collection);
	const [row] = /Categories$|^Lead(Sources|Statuses)$/.test(collection) ? rows.slice(-1) : rows;
	return Number(row[idKey]);
}

function childId(sandbox: InsightlySandbox, path: string, collection: string): number {
	const segment = path.split('/')[3];
	const child = segment === 'Comment' ? 'Comments' : segment;
	const parent = resourceOf(collection).idKey;
	const id = anyId(sandbox, collection);
	const row = sandbox.store.all(child).find((candidate) => Number(candidate[parent]) === id);
	return Number(row?.[resourceOf(child).idKey]);
}

function queryValue(
	sandbox: InsightlySandbox,
	{ method }: Endpoint,
	collection: string,
	name: string,
): string {
	const values: Record<string, string> = {
		fieldName: 'Nickname__c',
		record_type: 'contacts',
		tagName: 'VIP',
		id: method === 'DELETE' ? String(anyId(sandbox, collection)) : '1',
	};
	return `${name}=${encodeURIComponent(values[name])}`;
}

function sendingFor(sandbox: InsightlySandbox, endpoint: Endpoint, collection: string): Sending {
	if (endpoint.body === undefined) return {};
	if (endpoint.body === 'bytes') {
		return {
			raw: Buffer.from([137, 80, 78, 71]),
			headers: { 'Content-Type': 'application/octet-stream' },
		};
	}
	if (endpoint.body === 'multipart') {
		const form = new FormData();
		form.append('file', new Blob(['hello'], { type: 'text/plain' }), 'hello.txt');
		return { raw: form };
	}
	const body = { ...exampleBody(sandbox, endpoint, collection), ...ownNumber(sandbox, endpoint) };
	return { body: /Membership$/.test(endpoint.path) && endpoint.method === 'PUT' ? [body] : body };
}

/** PUT bodies carry the number of the record, or of the record below it, that they change. */
function ownNumber(sandbox: InsightlySandbox, { method, path, body }: Endpoint): JsonObject {
	if (method !== 'PUT') return {};
	const [, first, , segment] = path.split('/');
	const collection = first === '{objectName}' ? 'Vehicle__c' : first;
	if (segment === undefined) return { [resourceOf(collection).idKey]: anyId(sandbox, collection) };
	if (segment === 'Comment') return { COMMENT_ID: childId(sandbox, path, collection) };
	if (segment === 'Notes') return { NOTE_ID: anyId(sandbox, 'Notes') };
	if (segment === 'Links') return { LINK_ID: linkId(sandbox, collection) };
	const child = resources.find((resource) => resource.path === segment && body === segment);
	return child ? { [child.idKey]: childId(sandbox, path, collection) } : {};
}

function linkId(sandbox: InsightlySandbox, collection: string): JsonValue {
	const row = sandbox.store.get(collection, anyId(sandbox, collection));
	return ((row?.LINKS as JsonObject[])[0] ?? {}).LINK_ID;
}

function exampleBody(
	sandbox: InsightlySandbox,
	{ path, method, body: type = '' }: Endpoint,
	collection: string,
): JsonObject {
	const { store } = sandbox;
	switch (path.split('/')[3]) {
		case 'Comment':
		case 'Comments':
			if (collection !== 'Ticket') return { BODY: 'Seen' };
			break;
		case 'Links':
			return { LINK_OBJECT_NAME: 'Organisation', LINK_OBJECT_ID: anyId(sandbox, 'Organisations') };
		case 'Tags':
			return { TAG_NAME: method === 'DELETE' ? 'VIP' : 'New tag' };
		case 'Pipeline':
			return { PIPELINE_ID: pipelineFor(sandbox, collection) };
		case 'PipelineStage':
			return { STAGE_ID: store.get(collection, anyId(sandbox, collection))?.STAGE_ID ?? 0 };
		case 'Pricebook':
			return { PRICEBOOK_ID: anyId(sandbox, 'Pricebook') };
		case 'StateChange':
			return { FOR_OPPORTUNITY_STATE: 'WON' };
		case 'ActivitySetAssignment':
			return { ACTIVITYSET_ID: anyId(sandbox, 'ActivitySets') };
		case 'Merge':
			return { TARGET_TICKET_NUMBER: Number(store.all('Ticket')[1].TICKET_NUMBER) };
	}
	const required = Object.entries(recordTypes[type]).filter(([, field]) => field.required);
	return Object.fromEntries(
		required.map(([name, field]) => [name, exampleValue(sandbox, type, name, field)]),
	);
}

function pipelineFor({ store }: InsightlySandbox, collection: string): JsonValue {
	const flag = collection === 'Projects' ? 'FOR_PROJECTS' : 'FOR_OPPORTUNITIES';
	return store.all('Pipelines').find((row) => row[flag] === true)?.PIPELINE_ID ?? 0;
}

function exampleValue(
	sandbox: InsightlySandbox,
	type: string,
	name: string,
	{ type: fieldType, maxLength = 20 }: FieldSpec,
): JsonValue {
	if (name === 'CATEGORY_ID') return String(anyId(sandbox, 'KnowledgeArticleCategory'));
	if (name === 'STATUS' && type === 'Projects') return 'IN PROGRESS';
	if (name === 'FOLDER_ID') return anyId(sandbox, 'KnowledgeArticleFolder');
	if (name === 'MEMBER_USER_ID' || name === 'OWNER_USER_ID') return sandbox.store.me;
	const owner = resources.find(({ idKey }) => idKey === name);
	if (owner && fieldType.startsWith('integer')) return anyId(sandbox, owner.path);
	if (fieldType === 'boolean') return true;
	if (fieldType === 'string:date-time') return '2026-01-15 10:00:00';
	if (fieldType === 'string') return 'Example text'.slice(0, maxLength);
	return 7;
}
