import type { JsonObject, JsonValue } from '../shared/json';
import type { Account } from './call';
import type { ObjectSpec } from './objects';

interface ListFacts {
	total: number;
	hasMore: boolean;
	lines: boolean;
}

/** A list as the document's sample shows it; its own address is the singular one. */
export function listEnvelope(
	account: Account,
	spec: ObjectSpec,
	rows: JsonObject[],
	{ total, hasMore, lines }: ListFacts,
): JsonObject {
	const { omitHasMore, omitTotal, extraTotal, deniesMore } = account.switches;
	return {
		metadata: {
			url: spec.listUrl,
			object_type: 'list',
			...(omitTotal ? {} : { total_count: total + extraTotal }),
			...(omitHasMore ? {} : { has_more: hasMore && !deniesMore }),
		},
		list: rows.map((row) => envelope(account, spec, row, { inList: true, lines })),
	};
}

/** `{metadata, record}`: `parent` is "/" inside a list and null for a single record. */
export function envelope(
	account: Account,
	spec: ObjectSpec,
	row: JsonObject,
	{ inList = false, lines = false } = {},
): JsonObject {
	const { linesAt } = account.switches;
	const own: JsonObject = lines ? { lines: linesOf(account, row) } : {};
	return {
		metadata: {
			url: `/${spec.name}/${String(row.id)}`,
			list_url: `/${spec.name}`,
			parent: inList ? '/' : null,
			object_type: 'record',
			record_type: spec.recordType,
		},
		record: { ...shown(account, spec, row, inList), ...(linesAt === 'record' ? own : {}) },
		...(linesAt === 'item' ? own : {}),
	};
}

/** Lines come as plain objects with these five fields only. */
function linesOf({ store }: Account, { id }: JsonObject): JsonObject[] {
	return store
		.all('opportunity_lines')
		.filter(({ opportunityid }) => opportunityid === id)
		.map(({ id: lineId, opportunityid, product, quantity, unitprice }) => ({
			id: lineId,
			opportunityid,
			product,
			quantity,
			unitprice,
		}));
}

function shown(
	{ switches }: Account,
	spec: ObjectSpec,
	row: JsonObject,
	inList: boolean,
): JsonObject {
	const record: Record<string, JsonValue> = {};
	for (const field of spec.fields) {
		if (inList && switches.shortLists && field.onlyInSingle) continue;
		const value = row[field.name] ?? null;
		record[field.name] = switches.values === 'mixed' ? mixed(field.type, value) : value;
	}
	return record;
}

/** Flags were seen as numbers and as texts, empty texts as '' and as null. */
function mixed(type: string, value: JsonValue): JsonValue {
	if (type === 'flag') return value === null ? null : String(value);
	return value === '' ? null : value;
}
