import type { Reply } from '../../shared/http';
import type { JsonObject, JsonValue } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import type { Account } from '../account';
import type { Call } from '../call';
import { readFilterDate } from '../dates';
import { clientBug } from '../refusal';
import type { Resource } from '../resources';
import { recordTypes } from '../spec';
import type { Table } from '../store/table';
import { listReply } from './present';

type Test = (row: JsonObject) => boolean;

/** GET /{collection}/Search: one field exactly, changes after a moment, or both. */
export function search(call: Call): Reply {
	const { account, resource, query } = call;
	const tests = [
		fieldTest(account, resource, query.text),
		updatedTest(account, query.text.updated_after_utc),
		convertedTest(account, resource),
	].filter((test): test is Test => test !== undefined);
	const { field_name, field_value, updated_after_utc } = query.text;
	const { updatedAfter, convertedLeadsListed } = account.switches;
	const question = [field_name, field_value, updated_after_utc, updatedAfter, convertedLeadsListed];
	return answerFrom(call, question.join('\n'), (row) => tests.every((test) => test(row)));
}

/** GET /{collection}/SearchByTag: records with this tag, letter case ignored. */
export function searchByTag(call: Call): Reply {
	const wanted = call.query.text.tagName.toUpperCase();
	const { convertedLeadsListed } = call.account.switches;
	const converted = convertedTest(call.account, call.resource);
	return answerFrom(call, `tag\n${wanted}\n${convertedLeadsListed}`, (row) => {
		const tags = Array.isArray(row.TAGS) ? row.TAGS : [];
		const tagged = tags.some(
			(tag: JsonValue) => isJsonObject(tag) && upper(tag.TAG_NAME) === wanted,
		);
		return tagged && (converted?.(row) ?? true);
	});
}

/** Whether a row passes `updated_after_utc`; undefined when it was not sent. */
export function updatedTest(account: Account, sent: string | undefined): Test | undefined {
	if (sent === undefined) return undefined;
	const after = readFilterDate(sent);
	if (after === undefined) {
		throw clientBug('bad query value', 'updated_after_utc must be such as 2026-03-31T08:30:00Z');
	}
	const inclusive = account.switches.updatedAfter === 'inclusive';
	return ({ DATE_UPDATED_UTC, DATE_CREATED_UTC }) => {
		const updated = String(DATE_UPDATED_UTC ?? DATE_CREATED_UTC ?? '');
		return updated > after || (inclusive && updated === after);
	};
}

function convertedTest({ switches }: Account, { path }: Resource): Test | undefined {
	if (path !== 'Leads' || switches.convertedLeadsListed) return undefined;
	return ({ CONVERTED }) => CONVERTED !== true;
}

function fieldTest(
	{ store }: Account,
	{ path, type }: Resource,
	{ field_name: sent, field_value: value }: Readonly<Record<string, string>>,
): Test | undefined {
	if (!sent && !value) return undefined;
	if (!sent || !value) {
		throw clientBug('half a search', 'field_name and field_value must be given together');
	}
	const name = sent.toUpperCase();
	const wanted = value.toUpperCase();
	const field = Object.keys(recordTypes[type]).find((key) => key.toUpperCase() === name);
	if (field) return (row) => matches(row[field], wanted);
	if (!store.customFieldsOf(path).some(({ FIELD_NAME }) => upper(FIELD_NAME) === name)) {
		throw clientBug('unknown search field', `Invalid field name ${sent}`);
	}
	return ({ CUSTOMFIELDS }) => {
		const entries = Array.isArray(CUSTOMFIELDS) ? CUSTOMFIELDS.filter(isJsonObject) : [];
		const entry = entries.find(({ FIELD_NAME }) => upper(FIELD_NAME) === name);
		return entry !== undefined && matches(entry.FIELD_VALUE, wanted);
	};
}

function matches(value: JsonValue, wanted: string): boolean {
	return value !== null && typeof value !== 'object' && upper(value) === wanted;
}

function upper(value: JsonValue): string {
	return String(value).toUpperCase();
}

interface KeptResult {
	question: string;
	revision: number;
	ids: number[];
}

const kept = new WeakMap<Table, KeptResult>();

/** Scans a table once for all pages of the same question, as long as the table does not change. */
function answerFrom(call: Call, question: string, test: Test): Reply {
	const { account, resource, query } = call;
	const table = account.store.table(resource.path);
	let result = kept.get(table);
	if (result?.question !== question || result.revision !== table.revision) {
		result = { question, revision: table.revision, ids: table.idsWhere(test) };
		kept.set(table, result);
	}
	const page = result.ids.slice(query.skip, query.skip + query.top);
	const rows = page.map((id) => table.get(id) as JsonObject);
	return listReply(call, resource, rows, result.ids.length);
}
