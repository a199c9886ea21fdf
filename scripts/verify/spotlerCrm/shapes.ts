import type { Question } from '../fact';
import { isOk, isRow, rowsIn, type Row } from '../probe';
import { itemsIn, recordIn, recordsIn, type SpotlerAccount } from './account';

type Ask = Question<SpotlerAccount>;

export const escapedSlashes: Ask = {
	about: 'whether slashes in JSON are escaped',
	documented: 'true',
	async look({ list }) {
		const { text } = await list('contacts');
		return text.includes('/') ? String(text.includes('\\/')) : undefined;
	},
};

export const dictionary: Ask = {
	about: 'shape of the data dictionary',
	async look({ probe }) {
		const answer = await probe.get('/datadictionary/contacts');
		return isOk(answer) ? dictionaryShape(answer.json) : 'refused';
	},
};

function dictionaryShape(json: unknown): string {
	if (Array.isArray(json)) return 'array';
	if (!isRow(json)) return 'useless';
	const { list, fields, record } = json;
	if (Array.isArray(list))
		return rowsIn(list).some((row) => isRow(row.record)) ? 'records' : 'list';
	if (isRow(fields)) return 'keyed types';
	const holder = ['fields', 'items', 'data'].find((name) => Array.isArray(json[name]));
	if (holder) return holder;
	if (isRow(record)) return 'record';
	return Object.entries(json).some(([name, value]) => name !== 'metadata' && isRow(value))
		? 'keyed'
		: 'useless';
}

export const lookup: Ask = {
	about: 'shape of a lookup list',
	documented: 'items',
	async look({ probe }) {
		const answer = await probe.get('/lookup/accounts/type');
		if (!isOk(answer)) throw new Error(`the list was refused (status ${answer.status})`);
		return lookupShape(answer.json);
	},
};

function lookupShape(json: unknown): string | undefined {
	if (Array.isArray(json)) return 'array';
	if (!isRow(json)) return undefined;
	const { list, items } = json;
	if (Array.isArray(list))
		return rowsIn(list).some((row) => isRow(row.record)) ? 'records' : 'list';
	if (isRow(items)) return 'keyed';
	if (!Array.isArray(items)) return undefined;
	return items.some((item) => typeof item === 'string') ? 'texts' : 'items';
}

export const linesAt: Ask = {
	about: 'where opportunity lines are put',
	async look({ list }) {
		const items = itemsIn(await list('opportunities', { lines: 'true' }));
		if (items.some(({ record }) => isRow(record) && 'lines' in record)) return 'record';
		return items.some((item) => 'lines' in item) ? 'item' : undefined;
	},
};

export const values: Ask = {
	about: 'how flags come',
	async look({ contact }) {
		const flag = (await contact())?.decisionmaker;
		if (typeof flag === 'number') return 'plain';
		return typeof flag === 'string' ? 'mixed' : undefined;
	},
};

export const shortLists: Ask = {
	about: 'whether lists leave out fields that single records have',
	documented: 'true',
	async look({ probe, someAccount }) {
		const listed = await someAccount();
		if (!listed) return undefined;
		const single = recordIn(await probe.get(`/accounts/${String(listed.id)}`));
		if (!single) return undefined;
		return String(Object.keys(single).some((name) => !(name in listed)));
	},
};

/** Nobody's record. */
const NO_ID = '999999999999';

export const missingRecord: Ask = {
	about: 'a record that is not there',
	documented: '404',
	async look({ probe }) {
		const { status, text, json } = await probe.get(`/contacts/${NO_ID}`);
		if (status >= 300) return String(status);
		if (text.trim() === '') return 'empty';
		if (!isRow(json)) return undefined;
		return 'record' in json ? 'null record' : 'empty object';
	},
};

export const dateHeader: Ask = {
	about: 'whether answers carry a Date header',
	async look({ list }) {
		return String('date' in (await list('contacts')).headers);
	},
};

export const namesFiles: Ask = {
	about: 'whether files come with a name',
	async look({ probe, list }) {
		const [document]: Row[] = recordsIn(await list('documents'));
		if (!document) return undefined;
		const path = `/documents/${String(document.id)}/content`;
		const answer = await probe.ask('GET', path, { headers: { Accept: '*/*' } });
		return isOk(answer) ? String('content-disposition' in answer.headers) : undefined;
	},
};
