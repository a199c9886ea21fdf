import type { Reply } from '../shared/http';
import { jsonReply, mediaType } from '../shared/http';
import type { JsonObject, JsonValue } from '../shared/json';
import type { Call } from './call';
import type { ObjectSpec } from './objects';
import { parseObject } from './queryLanguage';
import { badRequest, notFound } from './refusal';
import { listName } from './store';
import type { DictionaryShape, LookupShape } from './switches';

/** Names and words differ between the shapes on purpose: nobody has published an answer. */
export function dictionary({ account }: Call, spec: ObjectSpec): Reply {
	const { dictionary: shape } = account.switches;
	if (shape === 'refused') throw notFound('Record or page not found');
	return jsonReply(200, dictionaryBody(spec, shape));
}

function dictionaryBody(spec: ObjectSpec, shape: DictionaryShape): JsonValue {
	const rows = spec.fields.map(({ name, type, required = false }) => ({ name, type, required }));
	const label = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)} (label)`;
	switch (shape) {
		case 'array':
			return rows.map(({ name, type, required }) => ({
				field: name,
				datatype: type.toUpperCase(),
				mandatory: required ? 1 : 0,
				label: label(name),
			}));
		case 'records':
			return {
				metadata: { url: '/datadictionary', object_type: 'list' },
				list: rows.map(({ name, type, required }) => ({
					metadata: { object_type: 'record' },
					record: { fieldname: name, fieldtype: type, required: required ? 'Yes' : 'No' },
				})),
			};
		case 'fields':
			return { fields: rows.map(({ name, ...rest }) => ({ field_name: name, ...rest })) };
		case 'items':
			return { items: rows.map(({ name, ...rest }) => ({ column: name, ...rest })) };
		case 'data':
			return {
				data: rows.map(({ name, type, required }) => ({
					key: name,
					data_type: type,
					is_required: String(required),
					title: label(name),
				})),
			};
		case 'record':
			return { record: Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest])) };
		case 'keyed':
			return Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest]));
		case 'keyed types':
			return { fields: Object.fromEntries(rows.map(({ name, type }) => [name, type])) };
		case 'useless':
			return { metadata: { url: '/datadictionary' } };
		default:
			return { metadata: { url: '/datadictionary', object_type: 'list' }, list: rows };
	}
}

/** `GET /lookup/{object}/{field}`. */
export function lookupValues({ account }: Call, spec: ObjectSpec, field: string): Reply {
	const values = account.store.lookups.get(listName(spec.name, field));
	if (!values) throw notFound(`No lookup list for ${field}`);
	return jsonReply(200, lookupBody(values, account.switches.lookup));
}

function lookupBody(values: readonly string[], shape: LookupShape): JsonValue {
	const pairs = values.map((value): JsonObject => ({ value, id: value }));
	switch (shape) {
		case 'array':
			return pairs;
		case 'list':
			return { metadata: { object_type: 'list' }, list: pairs };
		case 'texts':
			return { items: values };
		case 'records':
			return { list: pairs.map((record) => ({ metadata: {}, record })) };
		case 'keyed':
			return { items: Object.fromEntries(values.map((value) => [value, value])) };
		default:
			return { items: pairs };
	}
}

/** `PATCH /lookup/{list_name}`: appends, answers what was added. */
export function appendValues({ account, request }: Call, list: string): Reply {
	if (mediaType(request) !== 'application/json') {
		throw badRequest('bad content type', 'The body must be application/json');
	}
	const { items, ...others } = parseObject('The body', request.body.toString('utf8'));
	const isRight = Array.isArray(items) && items.every((item) => typeof item === 'string');
	if (!isRight || items.length === 0 || Object.keys(others).length > 0) {
		throw badRequest('bad body', 'The body is {"items": ["…"]}');
	}
	const values = account.store.lookups.get(list);
	if (!values) throw notFound(`No lookup list ${list}`);
	const added = items as readonly string[];
	values.push(...added.filter((item) => !values.includes(item)));
	return jsonReply(200, {
		message: 'Lookup values added',
		items: added.map((value) => ({ value, id: value })),
	});
}
