import type { Question } from '../fact';
import { isOk } from '../probe';
import { itemsIn, metadataOf, recordsIn, type SpotlerAccount } from './account';

type Ask = Question<SpotlerAccount>;

const MOST = 100;

const firstId = async ({ list }: SpotlerAccount, query: Record<string, string> = {}) =>
	recordsIn(await list('contacts', query))[0]?.id;

export const pageBase: Ask = {
	about: 'number of the first page',
	documented: '0',
	async look(account) {
		const first = await firstId(account);
		if (first === undefined) return undefined;
		return (await firstId(account, { page: '1' })) === first ? '1' : '0';
	},
};

export const pageZero: Ask = {
	about: 'page 0 where pages begin at 1',
	async look(account) {
		const first = await firstId(account);
		if (first === undefined || (await firstId(account, { page: '1' })) !== first) return undefined;
		const zero = await account.list('contacts', { page: '0' });
		if (!isOk(zero)) return String(zero.status);
		return recordsIn(zero)[0]?.id === first ? 'clamp' : 'empty';
	},
};

export const pastEnd: Ask = {
	about: 'a page behind the last one',
	documented: 'empty',
	async look({ list }) {
		const answer = await list('contacts', { limit: String(MOST), page: '100000' });
		if (!isOk(answer)) return String(answer.status);
		return itemsIn(answer).length === 0 ? 'empty' : 'filled';
	},
};

export const omitHasMore: Ask = {
	about: 'whether lists leave has_more out',
	documented: 'false',
	async look({ list }) {
		return String(!('has_more' in metadataOf(await list('contacts'))));
	},
};

export const omitTotal: Ask = {
	about: 'whether lists leave total_count out',
	documented: 'false',
	async look({ list }) {
		return String(!('total_count' in metadataOf(await list('contacts'))));
	},
};

export const maxLimit: Ask = {
	about: 'a limit above 100',
	async look({ list }) {
		const answer = await list('contacts', { limit: String(MOST + 1) });
		return isOk(answer) ? 'clamp' : String(answer.status);
	},
};

export const deniesMore: Ask = {
	about: 'whether every page says that it is the last one',
	documented: 'false',
	async look({ list }) {
		const answer = await list('contacts', { limit: '1' });
		const two = itemsIn(await list('contacts', { limit: '2' }));
		const { has_more: hasMore } = metadataOf(answer);
		return two.length < 2 || hasMore === undefined ? undefined : String(hasMore === false);
	},
};

/** So many records can be counted one by one. */
const FEW = 100;

export const extraTotal: Ask = {
	about: 'how many records total_count counts that no list shows',
	documented: '0',
	async look({ list }) {
		for (const object of ['accounts', 'contacts', 'opportunities', 'users']) {
			const answer = await list(object, { limit: String(FEW) });
			const { length } = itemsIn(answer);
			const total = metadataOf(answer).total_count;
			if (typeof total === 'number' && length > 0 && length < FEW) return String(total - length);
		}
		return undefined;
	},
};

export const largestPage: Ask = {
	about: 'the most records that a page holds',
	documented: '100',
	async look({ list }) {
		const answer = await list('contacts', { limit: String(MOST) });
		const { length } = itemsIn(answer);
		const total = Number(metadataOf(answer).total_count ?? 0);
		return length < total || length === MOST ? String(length) : undefined;
	},
};
