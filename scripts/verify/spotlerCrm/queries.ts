import type { Question } from '../fact';
import { isOk } from '../probe';
import { metadataOf, recordsIn, type SpotlerAccount } from './account';

type Ask = Question<SpotlerAccount>;

const q = (filter: object): { q: string } => ({ q: JSON.stringify(filter) });

export const unknownField: Ask = {
	about: 'a field in q that the object does not have',
	async look({ list }) {
		const answer = await list('contacts', q({ no_such_field: 1 }));
		return isOk(answer) ? 'ignore' : String(answer.status);
	},
};

export const idComparison: Ask = {
	about: 'comparing IDs in q',
	async look({ list, contact }) {
		const first = await contact();
		if (!first) return undefined;
		const answer = await list('contacts', q({ id: { $gt: first.id } }));
		if (!isOk(answer)) return `status ${answer.status}`;
		const [next] = recordsIn(answer);
		if (!next) return undefined;
		return Number(next.id) > Number(first.id) ? 'works' : 'ignore';
	},
};

export const caseSensitive: Ask = {
	about: 'whether letter case counts in comparisons',
	async look({ list, someAccount }) {
		const name = String((await someAccount())?.name ?? '');
		const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
		if (other === name) return undefined;
		return String(metadataOf(await list('accounts', q({ name: other }))).total_count === 0);
	},
};

export const nestedLists: Ask = {
	about: 'GET /accounts/{id}/contacts, which is not documented',
	async look({ list, someAccount }) {
		const account = await someAccount();
		if (!account) return undefined;
		const answer = await list(`accounts/${String(account.id)}/contacts`);
		return isOk(answer) ? 'works' : `status ${answer.status}`;
	},
};

export const usersList: Ask = {
	about: 'GET /users, which is not documented',
	async look({ list }) {
		const answer = await list('users', q({ live: 1 }));
		return isOk(answer) ? 'works' : `status ${answer.status}`;
	},
};
