import { once, type Question } from '../fact';
import type { SpotlerAccount } from './account';

type Ask = Question<SpotlerAccount>;

export const authFailure: Ask = {
	about: 'status for a token that is none',
	documented: '402',
	async look({ probe }) {
		const headers = { Authorization: 'Bearer no.such.token' };
		return String((await probe.ask('GET', '/contacts', { query: { limit: '1' }, headers })).status);
	},
};

const OBJECTS = [
	...['accounts', 'contacts', 'activities', 'opportunities', 'opportunityhistories'],
	...['opportunity_lines', 'documents', 'cases', 'campaigns', 'campaigndetails', 'campaignstages'],
];

const gates = new WeakMap<
	SpotlerAccount,
	() => Promise<Array<{ object: string; status: number }>>
>();

/** Objects that the account is refused, and how. */
async function refusedObjects(account: SpotlerAccount) {
	const look = gates.get(account) ?? once(async () => await askForAll(account));
	gates.set(account, look);
	return await look();
}

async function askForAll({ list }: SpotlerAccount) {
	const refused: Array<{ object: string; status: number }> = [];
	for (const object of OBJECTS) {
		const { status } = await list(object);
		if ([402, 403, 404].includes(status)) refused.push({ object, status });
	}
	return refused;
}

export const gated: Ask = {
	about: 'objects that the plan lacks',
	async look(account) {
		const refused = await refusedObjects(account);
		return refused.length === 0 ? 'none' : refused.map(({ object }) => object).join(', ');
	},
};

export const planGate: Ask = {
	about: 'status for an object that the plan lacks',
	async look(account) {
		const [first] = await refusedObjects(account);
		return first && String(first.status);
	},
};

/** The last thing asked for: what was answered before is refused now. */
const whenUsedUp = async ({ probe, list }: SpotlerAccount): Promise<number | undefined> => {
	const { status } = await list('contacts');
	const wasAnswered = probe.answers.some((answer) => answer.status === 200);
	return wasAnswered && [402, 429].includes(status) ? status : undefined;
};

export const callLimit: Ask = {
	about: 'calls until the limit (0: not reached)',
	async look(account) {
		if ((await whenUsedUp(account)) === undefined) return '0';
		return String(account.probe.answers.filter(({ status }) => status === 200).length);
	},
};

export const callLimitStatus: Ask = {
	about: 'status at the call limit (seen only if it is reached)',
	async look(account) {
		const status = await whenUsedUp(account);
		return status === undefined ? undefined : String(status);
	},
};
