import type { Question } from '../fact';
import { isOk, isRow, type Answer } from '../probe';
import { SCRATCH_NAME } from '../scratch';
import { sqlQuery, type PostHogAccount } from './account';

type Ask = Question<PostHogAccount>;

const needs = 'write';

/** Name of the insight whose query cannot be answered. */
export const BROKEN_NAME = `${SCRATCH_NAME} (broken)`;

const MOST_LOOKS = 20;
const BETWEEN_LOOKS_MS = 1_500;

export const failedStatus: Ask = {
	about: 'what a computation that went wrong leaves behind',
	needs,
	async look({ get, make, probe }) {
		const { place } = await make(BROKEN_NAME, sqlQuery('select no_such_column from events'));
		await get(place, { refresh: 'async' });
		for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
			await probe.wait(BETWEEN_LOOKS_MS);
			const { json } = await get(place, { refresh: 'force_cache' });
			const status = isRow(json) ? json.query_status : undefined;
			if (!isRow(status)) return 'dropped';
			if (status.error === true) return 'kept';
		}
		return undefined;
	},
};

export const knowsAsyncExceptOnCacheMiss: Ask = {
	about: 'whether async_except_on_cache_miss is known',
	needs,
	async look({ get, make }) {
		const { place } = await make(SCRATCH_NAME, sqlQuery('select 2'));
		const { json } = await get(place, { refresh: 'async_except_on_cache_miss' });
		return isRow(json) ? String(json.last_refresh !== null) : undefined;
	},
};

/** Long enough for any clock to move on. */
const A_MOMENT = 1_500;

export const queryMovesLastModified: Ask = {
	about: 'whether changing only the query moves last_modified_at',
	needs,
	async look({ own, send, probe }) {
		const { place, last_modified_at: before } = await own();
		await probe.wait(A_MOMENT);
		const { json } = await send('PATCH', place, { query: sqlQuery('select 3') });
		return isRow(json) ? String(json.last_modified_at !== before) : undefined;
	},
};

/** A refusal that says why, or whether it was done. */
async function allows(account: PostHogAccount, change: object): Promise<Answer> {
	const { place } = await account.own();
	return await account.send('PATCH', `${place}sharing`, change);
}

export const publicSharing: Ask = {
	about: 'whether the organisation allows public sharing',
	needs,
	async look(account) {
		const answer = await allows(account, { enabled: true });
		if (isOk(answer)) await allows(account, { enabled: false });
		return isOk(answer) || answer.status === 403 ? String(isOk(answer)) : undefined;
	},
};

export const sharingPasswords: Ask = {
	about: 'whether the plan has passwords on shared insights',
	needs,
	async look(account) {
		const answer = await allows(account, { password_required: true });
		if (answer.text.includes('Advanced Permissions')) return 'false';
		return isOk(answer) ? 'true' : undefined;
	},
};

export const exportWaits: Ask = {
	about: 'whether a request for a file is answered when the file is there',
	needs,
	async look({ own, send }) {
		const { id } = await own();
		const { json } = await send('POST', 'exports/', { insight: id, export_format: 'text/csv' });
		return isRow(json) ? String(json.has_content === true) : undefined;
	},
};

export const deleting: Ask = {
	about: 'DELETE of an insight',
	needs,
	async look({ own, send }) {
		const { place } = await own();
		const { status, text } = await send('DELETE', place);
		return `${status} ${text === '' ? 'without a body' : 'with a body'}`;
	},
};
