import type { Question } from '../fact';
import { isOk, isRow, rowsIn, type Row } from '../probe';
import { SCRATCH_NAME } from '../scratch';
import type { InsightlyAccount } from './account';
import { moment } from './reads';

type Ask = Question<InsightlyAccount>;

const needs = 'write';

export const planFull: Ask = {
	about: 'whether records are used up',
	needs,
	async look({ made }) {
		const { status } = (await made()).answer;
		if (status === 402) return 'true';
		return status < 300 ? 'false' : undefined;
	},
};

export const createdUpdatedSkew: Ask = {
	about: 'whether a new record says that it was updated a second later',
	needs,
	async look(account) {
		const { DATE_CREATED_UTC, DATE_UPDATED_UTC } = await account.own();
		return String(moment(DATE_UPDATED_UTC) > moment(DATE_CREATED_UTC));
	},
};

export const putStatus: Ask = {
	about: 'status of a PUT',
	documented: '201',
	needs,
	async look(account) {
		return String((await account.change({ FIRST_NAME: SCRATCH_NAME })).status);
	},
};

export const ifMatchStatus: Ask = {
	about: 'status of a PUT with an outdated If-Match',
	documented: '412',
	needs,
	async look(account) {
		const changed = await account.change({ LAST_NAME: 'outdated' }, { 'If-Match': '"outdated"' });
		return String(changed.status);
	},
};

export const putWithIdInPath: Ask = {
	about: 'PUT /Contacts/{id}',
	documented: 'false',
	needs,
	async look(account) {
		const { CONTACT_ID, id } = await account.own();
		const body = { CONTACT_ID, FIRST_NAME: SCRATCH_NAME };
		return String(isOk(await account.probe.ask('PUT', `/Contacts/${id}`, { body })));
	},
};

export const tagsPutShape: Ask = {
	about: 'body of PUT /Contacts/{id}/Tags',
	documented: 'object',
	needs,
	async look(account) {
		const { id } = await account.own();
		const tag = { TAG_NAME: 'verify-live' };
		const takes = async (body: unknown) =>
			isOk(await account.probe.ask('PUT', `/Contacts/${id}/Tags`, { body }));
		const [list, one] = [await takes([tag]), await takes(tag)];
		if (list && one) return 'either';
		if (!list && !one) return undefined;
		return list ? 'array' : 'object';
	},
};

/** Kinds of custom fields that take any text. */
const TEXTS = ['TEXT', 'MULTILINETEXT'];

export const customFieldsOnPut: Ask = {
	about: 'custom fields that a PUT does not name',
	needs,
	async look(account) {
		const fields = rowsIn((await account.probe.get('/CustomFields/Contacts')).json);
		const [one, other] = fields.filter(({ FIELD_TYPE }) => TEXTS.includes(String(FIELD_TYPE)));
		if (!other) return undefined;
		const put = async ({ FIELD_NAME }: Row) =>
			await account.change({ CUSTOMFIELDS: [{ FIELD_NAME, FIELD_VALUE: 'verify' }] });
		if (!isOk(await put(one)) || !isOk(await put(other))) return undefined;
		const { id } = await account.own();
		const { json } = await account.probe.get(`/Contacts/${id}`);
		const left = rowsIn(isRow(json) ? json.CUSTOMFIELDS : []).find(
			({ FIELD_NAME }) => FIELD_NAME === one.FIELD_NAME,
		);
		return left?.FIELD_VALUE === 'verify' ? 'merge' : 'replace';
	},
};

export const linksInBody: Ask = {
	about: 'LINKS in the body of a POST',
	needs,
	async look(account) {
		const { links } = await account.made();
		const { id } = await account.own();
		if (links.length === 0) return undefined;
		const { json } = await account.probe.get(`/Contacts/${id}/Links`);
		return rowsIn(json).length > 0 ? 'honoured' : 'ignored';
	},
};

export const nestedCreateAnswer: Ask = {
	about: 'answers to a note (documented as one record) and to its comment (documented as a list)',
	documented: 'documented',
	needs,
	async look(account) {
		const { id } = await account.own();
		const body = { TITLE: SCRATCH_NAME, BODY: 'A note' };
		const note = await account.create(`/Contacts/${id}/Notes`, body, 'NOTE_ID', '/Notes');
		const made: unknown = Array.isArray(note.json) ? (note.json as unknown[])[0] : note.json;
		if (!isRow(made)) return undefined;
		const path = `/Notes/${String(made.NOTE_ID)}/Comments`;
		const comment = await account.probe.ask('POST', path, { body: { BODY: 'A comment' } });
		if (!isOk(comment)) return undefined;
		const [isNoteList, isCommentList] = [note, comment].map(({ json }) => Array.isArray(json));
		if (isNoteList === isCommentList) return isNoteList ? 'array' : 'object';
		return isCommentList ? 'documented' : 'the other way round';
	},
};

async function addTask(account: InsightlyAccount, more: object): Promise<boolean> {
	const body = { TITLE: SCRATCH_NAME, ...more };
	return isOk(await account.create('/Tasks', body, 'TASK_ID', '/Tasks'));
}

export const serverDefaults: Ask = {
	about: 'a task without owner and completion, which the document requires',
	documented: 'required',
	needs,
	async look(account) {
		return (await addTask(account, {})) ? 'filled' : 'required';
	},
};

export const dateInput: Ask = {
	about: 'a date of ISO 8601 in a body',
	documented: 'documented',
	needs,
	async look(account) {
		const me = (await account.probe.get('/Users/Me')).json;
		const whole = { OWNER_USER_ID: isRow(me) ? me.USER_ID : undefined, COMPLETED: false };
		if (!(await addTask(account, whole))) return undefined;
		const isTaken = await addTask(account, { ...whole, DUE_DATE: '2030-01-31T09:00:00Z' });
		return isTaken ? 'iso' : 'documented';
	},
};

/** Dates are whole seconds. */
const OVER_A_SECOND = 1_500;

export const childChangesBumpParent: Ask = {
	about: 'whether a tag changes DATE_UPDATED_UTC of its record',
	needs,
	async look(account) {
		const { id } = await account.own();
		const updated = async () => {
			const { json } = await account.probe.get(`/Contacts/${id}`);
			return isRow(json) ? moment(json.DATE_UPDATED_UTC) : NaN;
		};
		const before = await updated();
		await account.probe.wait(OVER_A_SECOND);
		const body = { TAG_NAME: 'verify-live-again' };
		if (!isOk(await account.probe.ask('POST', `/Contacts/${id}/Tags`, { body }))) return undefined;
		return String((await updated()) > before);
	},
};
