import type { Question } from '../fact';
import { isOk, isRow, rowsIn, type Row } from '../probe';
import type { InsightlyAccount } from './account';

type Ask = Question<InsightlyAccount>;

/** Nobody's record. */
const NO_ID = '999999999999';

const SECOND = 1_000;

/** `yyyy-MM-dd HH:mm:ss`, UTC, in milliseconds. */
export const moment = (text: unknown): number => Date.parse(`${String(text).replace(' ', 'T')}Z`);

export const errorBodies: Ask = {
	about: 'body of a refusal',
	async look({ probe }) {
		const { status, text } = await probe.get(`/Contacts/${NO_ID}`);
		if (status < 400) return undefined;
		return text.trim().startsWith('{') ? 'json' : 'text';
	},
};

export const nestedGetStatus: Ask = {
	about: 'status of GET /Contacts/{id}/Tags',
	documented: 'documented',
	async look({ probe, contact }) {
		const one = await contact();
		if (!one) return undefined;
		const { status } = await probe.get(`/Contacts/${String(one.CONTACT_ID)}/Tags`);
		return status === 201 ? 'documented' : String(status);
	},
};

export const updatedAfter: Ask = {
	about: 'a record of the very second of updated_after_utc',
	async look(account) {
		const newest = await newestContact(account);
		if (!newest) return undefined;
		const after = `${String(newest.DATE_UPDATED_UTC).replace(' ', 'T')}Z`;
		const found = await account.list('Contacts/Search', '500', { updated_after_utc: after });
		if (!isOk(found)) throw new Error(`the search was refused (status ${found.status})`);
		const isIn = rowsIn(found.json).some(({ CONTACT_ID }) => CONTACT_ID === newest.CONTACT_ID);
		return isIn ? 'inclusive' : 'exclusive';
	},
};

/** Of the last contacts in the list, the one that changed last. */
async function newestContact(account: InsightlyAccount): Promise<Row | undefined> {
	const counted = await account.list('Contacts', '1', { count_total: 'true' });
	const skip = Math.max(0, Number(counted.headers['x-total-count'] ?? 0) - 100);
	const { json } = await account.list('Contacts', '100', { skip: String(skip) });
	return rowsIn(json).reduce<Row | undefined>(
		(best, row) =>
			best && moment(best.DATE_UPDATED_UTC) >= moment(row.DATE_UPDATED_UTC) ? best : row,
		undefined,
	);
}

export const etagAs: Ask = {
	about: 'where an ETag is given',
	documented: 'header',
	async look({ probe, contact }) {
		const one = await contact();
		if (!one) return undefined;
		const { headers, json } = await probe.get(`/Contacts/${String(one.CONTACT_ID)}`);
		const isProperty = isRow(json) && Object.keys(json).some((key) => /^etag$/i.test(key));
		if ('etag' in headers) return isProperty ? 'both' : 'header';
		return isProperty ? 'property' : 'none';
	},
};

/** Leads that a list leaves out are looked for where its numbers have gaps. */
const MOST_GAPS = 20;

export const convertedLeadsListed: Ask = {
	about: 'whether /Leads shows converted leads',
	async look({ probe }) {
		const leads = rowsIn((await probe.get('/Leads', { top: '500' })).json);
		if (leads.some(({ CONVERTED }) => CONVERTED === true)) return 'true';
		for (const id of gapsBetween(leads.map(({ LEAD_ID }) => Number(LEAD_ID)))) {
			const { json } = await probe.get(`/Leads/${id}`);
			if (isRow(json) && json.CONVERTED === true) return 'false';
		}
		return undefined;
	},
};

function gapsBetween(ids: readonly number[]): number[] {
	const gaps: number[] = [];
	const known = new Set(ids);
	const last = Math.max(...ids);
	for (let id = Math.min(...ids) + 1; id < last && gaps.length < MOST_GAPS; id += 1) {
		if (!known.has(id)) gaps.push(id);
	}
	return gaps;
}

/** At this length v1 cut note bodies in lists. */
const CUT_AT = 100;

export const noteBodiesTruncated: Ask = {
	about: 'whether lists cut note bodies',
	async look({ probe }) {
		const notes = rowsIn((await probe.get('/Notes', { top: '500' })).json);
		const lengthOf = ({ BODY }: Row) => (typeof BODY === 'string' ? BODY.length : 0);
		if (notes.some((note) => lengthOf(note) > CUT_AT)) return 'false';
		const cut = notes.find((note) => lengthOf(note) === CUT_AT);
		if (!cut) return undefined;
		const { json } = await probe.get(`/Notes/${String(cut.NOTE_ID)}`);
		return String(isRow(json) && lengthOf(json) > CUT_AT);
	},
};

export const planGates: Ask = {
	about: 'whether the plan leaves products out',
	async look({ probe }) {
		const { status } = await probe.get('/Product', { top: '1' });
		if (status === 404) return 'professional';
		return status === 200 ? 'none' : `status ${status}`;
	},
};

const EVERYDAY = ['Contacts', 'Organisations', 'Leads', 'Opportunities', 'Projects', 'Tasks'];

export const denied: Ask = {
	about: "collections that the key's user may not see",
	async look({ probe }) {
		const refused: string[] = [];
		for (const collection of EVERYDAY) {
			const { status } = await probe.get(`/${collection}`, { top: '1', brief: 'true' });
			if (status === 403) refused.push(collection);
		}
		return refused.length === 0 ? 'none' : refused.join(', ');
	},
};

export const keyOwner: Ask = {
	about: "whether the key's user may list users",
	async look({ probe }) {
		const { status } = await probe.get('/Users', { top: '1' });
		return status === 403 ? 'member' : 'administrator';
	},
};

export const dateHeader: Ask = {
	about: 'whether answers carry a Date header',
	async look({ list }) {
		return String('date' in (await list('Contacts', '1')).headers);
	},
};

export const caseSensitive: Ask = {
	about: 'whether letter case counts in paths',
	async look({ list }) {
		return String(!isOk(await list('contacts', '1')));
	},
};

export const unknownQuery: Ask = {
	about: 'a query parameter that does not exist (the sandbox is strict on purpose)',
	async look({ list }) {
		return isOk(await list('Contacts', '1', { no_such_parameter: '1' })) ? 'ignore' : 'refuse';
	},
};

export const customFieldSearchAnswer: Ask = {
	about: 'answer of /CustomFields/Contacts/Search',
	documented: 'object',
	async look({ probe }) {
		const [field] = rowsIn((await probe.get('/CustomFields/Contacts')).json);
		if (!field) return undefined;
		const fieldName = String(field.FIELD_NAME);
		const { json } = await probe.get('/CustomFields/Contacts/Search', { fieldName });
		if (Array.isArray(json)) return 'array';
		return isRow(json) ? 'object' : undefined;
	},
};

export const listOrder: Ask = {
	about: 'order of a list',
	async look({ list }) {
		const ids = rowsIn((await list('Contacts', '50')).json).map((row) => Number(row.CONTACT_ID));
		if (ids.length < 2) return undefined;
		return ids.every((id, at) => at === 0 || id > ids[at - 1]) ? 'by ID' : 'otherwise';
	},
};

export const updatedAfterOnLists: Ask = {
	about: 'updated_after_utc on a plain list',
	documented: 'not a parameter',
	async look({ list }) {
		const answer = await list('Contacts', '1', { updated_after_utc: '2099-01-01T00:00:00Z' });
		if (!isOk(answer)) return 'refused';
		return rowsIn(answer.json).length > 0 ? 'ignored' : 'applied';
	},
};

export const pluralOfSingular: Ask = {
	about: 'GET /Products instead of /Product',
	async look({ list }) {
		return `status ${(await list('Products', '1')).status}`;
	},
};

export const bareKey: Ask = {
	about: 'the key in Basic authorization without a colon',
	async look({ probe, key }) {
		const Authorization = `Basic ${Buffer.from(key).toString('base64')}`;
		const answer = await probe.ask('GET', '/Users/Me', { headers: { Authorization } });
		return isOk(answer) ? 'taken' : 'refused';
	},
};

export const totalCount: Ask = {
	about: 'X-Total-Count with count_total',
	documented: 'given',
	async look({ list }) {
		const { headers } = await list('Contacts', '1', { count_total: 'true' });
		return 'x-total-count' in headers ? 'given' : 'missing';
	},
};

export const dailyAllowance: Ask = {
	about: 'X-RateLimit headers on every answer',
	documented: 'given',
	async look({ list }) {
		const { headers } = await list('Contacts', '1');
		return 'x-ratelimit-limit' in headers && 'x-ratelimit-remaining' in headers
			? 'given'
			: 'missing';
	},
};

/** More than the ten that a second allows. */
const OVER_THE_LIMIT = 25;

export const retryAfter: Ask = {
	about: 'Retry-After when a second is used up',
	needs: 'limits',
	async look({ probe }) {
		await probe.wait(SECOND);
		const answers = await probe.burst('/Contacts', { top: '1', brief: 'true' }, OVER_THE_LIMIT);
		const refused = answers.find(
			({ status, headers }) => status === 429 && headers['x-ratelimit-remaining'] !== '0',
		);
		return refused && String('retry-after' in refused.headers);
	},
};

export const retryAfterOnDailyLimit: Ask = {
	about: 'Retry-After when the day is used up (seen only if it is)',
	needs: 'limits',
	async look({ probe }) {
		const refused = probe.answers.find(
			({ status, headers }) => status === 429 && headers['x-ratelimit-remaining'] === '0',
		);
		return refused && String('retry-after' in refused.headers);
	},
};
