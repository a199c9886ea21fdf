import type { Question } from '../fact';
import { isOk, isRow } from '../probe';
import { resultsIn, type PostHogAccount } from './account';

type Ask = Question<PostHogAccount>;

export const shortIdInPath: Ask = {
	about: 'a short ID in the path of an insight',
	documented: 'true',
	async look({ get, insight }) {
		const one = await insight();
		if (!one) return undefined;
		return String(isOk(await get(`insights/${String(one.short_id)}/`, { basic: 'true' })));
	},
};

export const createdDateFilter: Ask = {
	about: 'whether the list knows created_date_from',
	async look({ list, insight }) {
		if (!(await insight())) return undefined;
		const later = await list({ created_date_from: '2099-01-01T00:00:00Z' });
		if (!isOk(later)) throw new Error(`the list was refused (status ${later.status})`);
		return String(resultsIn(later).length === 0);
	},
};

export const sharingAccessLevel: Ask = {
	about: 'whether sharing says user_access_level',
	async look({ get, insight }) {
		const one = await insight();
		if (!one) return undefined;
		const { json } = await get(`insights/${String(one.id)}/sharing`);
		return isRow(json) ? String('user_access_level' in json) : undefined;
	},
};

export const csvErrors: Ask = {
	about: 'whether refusals of CSV come as CSV',
	async look({ get }) {
		const { status, headers } = await get('insights/999999999/', { format: 'csv' });
		if (status < 400) return undefined;
		return String((headers['content-type'] ?? '').includes('csv'));
	},
};

export const queryEndpoint: Ask = {
	about: 'whether queries can be asked for',
	async look({ get }) {
		const { json } = await get('query/no-such-query/');
		const detail = isRow(json) ? String(json.detail) : '';
		return String(detail.includes('no-such-query'));
	},
};

export const dateHeader: Ask = {
	about: 'whether answers carry a Date header',
	async look({ list }) {
		return String('date' in (await list()).headers);
	},
};

export const unknownQuery: Ask = {
	about: 'a query parameter that does not exist (the sandbox is strict on purpose)',
	async look({ list }) {
		return isOk(await list({ no_such_parameter: '1' })) ? 'ignore' : 'refuse';
	},
};

export const pastLastPage: Ask = {
	about: 'a page of the activity log past its end',
	async look({ get }) {
		const answer = await get('insights/activity/', { page: '100000', limit: '10' });
		return isOk(answer) ? 'empty' : String(answer.status);
	},
};

export const forceAsyncResult: Ask = {
	about: 'whether force_async gives the old result meanwhile',
	async look({ get, insight }) {
		const one = await insight();
		if (!one) return undefined;
		const place = `insights/${String(one.id)}/`;
		const first = (await get(place, { refresh: 'blocking' })).json;
		if (!isRow(first) || first.result === null) return undefined;
		const { json } = await get(place, { refresh: 'force_async' });
		if (!isRow(json)) return undefined;
		return json.result === null ? 'null' : 'stale';
	},
};

export const lastViewed: Ask = {
	about: 'my_last_viewed with a key',
	async look({ get }) {
		return `status ${(await get('insights/my_last_viewed/')).status}`;
	},
};

const MANY = 1_000;

export const largestPage: Ask = {
	about: 'the most insights that a page holds',
	async look({ list }) {
		const answer = await list({ limit: String(MANY) });
		const { length } = resultsIn(answer);
		const total = isRow(answer.json) ? Number(answer.json.count) : NaN;
		return length > 0 && length < Math.min(MANY, total) ? String(length) : undefined;
	},
};

export const pagesTell: Ask = {
	about: 'what a page of the list of insights tells',
	documented: 'count and next',
	async look({ list }) {
		const { json } = await list();
		if (!isRow(json)) return undefined;
		const told = ['count', 'next'].filter((name) => name in json);
		return told.length === 0 ? 'nothing' : told.join(' and ');
	},
};

/** More than the 240 that a minute allows a key. */
const OVER_THE_LIMIT = 245;
const AT_A_TIME = 5;

export const rateLimits: Ask = {
	about: 'whether requests are counted',
	documented: 'true',
	needs: 'limits',
	async look({ probe, path }) {
		for (let sent = 0; sent < OVER_THE_LIMIT; sent += AT_A_TIME) {
			const query = { basic: 'true', limit: '1' };
			const answers = await probe.burst(path('insights/'), query, AT_A_TIME);
			if (answers.some(({ status }) => status === 429)) return 'true';
		}
		return 'false';
	},
};
