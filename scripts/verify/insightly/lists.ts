import type { Question } from '../fact';
import { isOk, rowsIn } from '../probe';
import type { InsightlyAccount } from './account';

type Ask = Question<InsightlyAccount>;

const MOST = 500;

/** Further than this nobody counts wrong by mistake. */
const MOST_EXTRA = 20;

async function totalOf({ list }: InsightlyAccount, top = '1'): Promise<number | undefined> {
	const { headers } = await list('Contacts', top, { count_total: 'true' });
	const total = headers['x-total-count'];
	return total === undefined ? undefined : Number(total);
}

export const largestPage: Ask = {
	about: 'the most records that a page holds',
	documented: '500',
	async look(account) {
		const { length } = rowsIn((await account.list('Contacts', String(MOST))).json);
		if (length === MOST) return String(length);
		const next = await account.list('Contacts', '1', { skip: String(length) });
		return length > 0 && rowsIn(next.json).length > 0 ? String(length) : undefined;
	},
};

export const totalHeader: Ask = {
	about: 'what X-Total-Count counts',
	documented: 'matches',
	async look(account) {
		const total = await totalOf(account);
		if (total === undefined) return 'none';
		const next = await account.list('Contacts', '1', { skip: '1' });
		if (rowsIn(next.json).length === 0) return undefined;
		return total === 1 ? 'page' : 'matches';
	},
};

export const extraTotal: Ask = {
	about: 'how many records X-Total-Count counts that no list shows',
	documented: '0',
	async look(account) {
		const total = await totalOf(account);
		if (total === undefined || total <= 1) return undefined;
		for (let extra = 0; extra <= Math.min(MOST_EXTRA, total - 1); extra += 1) {
			const last = await account.list('Contacts', '1', { skip: String(total - extra - 1) });
			if (!isOk(last)) return undefined;
			if (rowsIn(last.json).length > 0) return String(extra);
		}
		return `more than ${MOST_EXTRA}`;
	},
};
