import type { JsonObject } from '../shared/json';
import type { Call } from './call';
import type { ObjectSpec } from './objects';
import { listEnvelope } from './present';
import { compare, parseObject, readFilter } from './queryLanguage';
import { badRequest, invalid, notFound } from './refusal';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/**
 * `GET /{object}`: filtered, ordered, one page of it.
 * @param within records to choose from, for lists below a record
 */
export function listRecords(call: Call, spec: ObjectSpec, within?: JsonObject[]): JsonObject {
	const { store, switches } = call.account;
	const { q, order, lines } = call.query;
	const unknownField = (name: string) => meetUnknown(call, spec, name);
	const filter = q === undefined ? () => true : readFilter(q, { spec, switches, unknownField });
	const rows = (within ?? store.all(spec.name)).filter(filter);
	if (order !== undefined) sort(rows, order, call, spec);
	const limit = Math.min(readLimit(call), switches.largestPage);
	const start = readStart(call, limit);
	const page = rows.slice(start, start + limit);
	if (page.length === 0 && start > 0 && switches.pastEnd === '404') {
		throw notFound('Record or page not found');
	}
	const hasMore = start + limit < rows.length;
	return listEnvelope(call.account, spec, page, {
		total: rows.length,
		hasMore,
		lines: lines === 'true',
	});
}

function meetUnknown(call: Call, spec: ObjectSpec, name: string): void {
	const text = `${spec.name} has no field ${name}`;
	if (call.account.switches.unknownField === '400') throw badRequest('unknown field', text);
	call.account.count('unknown field', text, call.request);
}

function sort(rows: JsonObject[], order: string, call: Call, spec: ObjectSpec): void {
	const keys = Object.entries(parseObject('order', order)).flatMap(([name, direction]) => {
		if (direction !== 'asc' && direction !== 'desc') {
			throw badRequest('bad order', `${name} is ordered by asc or desc`);
		}
		const field = spec.fields.find((one) => one.name === name);
		if (!field) meetUnknown(call, spec, name);
		return field ? [{ field, sign: direction === 'asc' ? 1 : -1 }] : [];
	});
	const [first] = keys;
	const isByIdAlready = first?.field.name === 'id' && first.sign === 1;
	if (isByIdAlready) return;
	rows.sort((a, b) => {
		for (const { field, sign } of keys) {
			const order = compare(field, a[field.name], b[field.name]);
			if (order !== 0) return order * sign;
		}
		return 0;
	});
}

function readCount(call: Call, name: string): number | undefined {
	const text = call.query[name];
	if (text === undefined) return undefined;
	if (!/^\d{1,6}$/.test(text)) throw badRequest('bad query value', `${name} must be a number`);
	return Number(text);
}

function readLimit(call: Call): number {
	const limit = readCount(call, 'limit') ?? DEFAULT_LIMIT;
	if (limit < 1) throw badRequest('bad query value', 'limit must be at least 1');
	if (limit <= MAX_LIMIT) return limit;
	call.account.count('limit too high', `limit=${limit}, at most ${MAX_LIMIT}`, call.request);
	if (call.account.switches.maxLimit === '422') throw invalid({ limit: { Max: ['100'] } });
	return MAX_LIMIT;
}

function readStart(call: Call, limit: number): number {
	const { pageBase, pageZero } = call.account.switches;
	const page = readCount(call, 'page');
	if (page === undefined) return 0;
	if (pageBase === 0) return page * limit;
	if (page > 0) return (page - 1) * limit;
	if (pageZero === '400') throw badRequest('bad query value', 'page must be at least 1');
	return pageZero === 'clamp' ? 0 : Number.MAX_SAFE_INTEGER;
}
