import type { Question } from '../fact';
import { isOk } from '../probe';
import { SCRATCH_NAME } from '../scratch';
import type { SpotlerAccount } from './account';

type Ask = Question<SpotlerAccount>;

const needs = 'write';

export const patchStatus: Ask = {
	about: 'status of a PATCH',
	needs,
	async look({ probe, own }) {
		const { place } = await own();
		const body = { notes: SCRATCH_NAME };
		return String((await probe.ask('PATCH', place, { body })).status);
	},
};

export const deleteBody: Ask = {
	about: 'body of the answer to DELETE',
	documented: 'object',
	needs,
	async look({ probe }) {
		const made = await probe.ask('POST', '/accounts', { body: { name: SCRATCH_NAME } });
		const id = /"id":\s*(\d+)/.exec(made.text)?.[1];
		if (!isOk(made) || !id) return undefined;
		const answer = await probe.ask('DELETE', `/accounts/${id}`);
		if (!isOk(answer)) return `status ${answer.status}`;
		return answer.text.trim() === '' ? 'empty' : 'object';
	},
};

export const unlisted: Ask = {
	about: 'a value that is not in the lookup list',
	needs,
	async look({ probe, own }) {
		const { place } = await own();
		const answer = await probe.ask('PATCH', place, { body: { type: 'No such type' } });
		return isOk(answer) ? 'accept' : String(answer.status);
	},
};

const MINUTE = 60_000;

/** Differences between zones come in quarters of an hour. */
const QUARTER = 15;

export const timeZone: Ask = {
	about: 'zone of dates, from a new record and the Date header',
	needs,
	async look({ made, own }) {
		const { createddate } = await own();
		const { date } = (await made()).answer.headers;
		const local = Date.parse(`${String(createddate).replace(' ', 'T')}Z`);
		const minutes = (local - Date.parse(date ?? '')) / MINUTE;
		if (Number.isNaN(minutes)) return undefined;
		const offset = Math.round(minutes / QUARTER) * QUARTER;
		return offset === 0 ? 'UTC' : `${offset > 0 ? '+' : ''}${offset} minutes from UTC`;
	},
};
