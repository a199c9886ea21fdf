import { spotlerBaseUrl } from '../../../nodes/SpotlerCrm/api/baseUrl';
import { once } from '../fact';
import { isRow, Probe, rowsIn, type Answer, type Row, type Target } from '../probe';
import { Scratch, SCRATCH_NAME } from '../scratch';

/** A Spotler CRM account with what the facts have in common. */
export class SpotlerAccount {
	readonly probe: Probe;

	readonly scratch = new Scratch();

	constructor(target: Target) {
		this.probe = new Probe(target);
	}

	/** The account that the environment names; undefined without a token. */
	static fromEnvironment(
		{
			SPOTLER_ACCESS_TOKEN: token,
			SPOTLER_BASE_URL: url,
		}: Readonly<Record<string, string | undefined>>,
		wait: Target['wait'],
	): SpotlerAccount | undefined {
		return token ? new SpotlerAccount(spotlerTarget(spotlerBaseUrl(url), token, wait)) : undefined;
	}

	/** A list in the order of IDs. */
	readonly list = async (object: string, query: Record<string, string> = {}): Promise<Answer> =>
		await this.probe.get(`/${object}`, { limit: '1', order: '{"id":"asc"}', ...query });

	/** Some contact and some account, as a list has them. */
	readonly contact = once(async () => recordsIn(await this.list('contacts'))[0]);

	readonly someAccount = once(async () => recordsIn(await this.list('accounts'))[0]);

	/** The answer to making an account, and that account. */
	readonly made = once(async () => {
		const answer = await this.probe.ask('POST', '/accounts', { body: { name: SCRATCH_NAME } });
		const record = recordIn(answer);
		const place = `/accounts/${String(record?.id)}`;
		if (record) this.scratch.add(place, async () => await this.probe.ask('DELETE', place));
		return { answer, record };
	});

	/** The account that was made. @throws Error when none was */
	readonly own = async (): Promise<Row & { place: string }> => {
		const { answer, record } = await this.made();
		if (!record) throw new Error(`no account could be made (status ${answer.status})`);
		return { ...record, place: `/accounts/${String(record.id)}` };
	};
}

/** Where an account is, and its token. */
export const spotlerTarget = (url: string, token: string, wait: Target['wait']): Target => ({
	url,
	headers: { Authorization: `Bearer ${token}` },
	wait,
});

export const metadataOf = ({ json }: Answer): Row =>
	isRow(json) && isRow(json.metadata) ? json.metadata : {};

/** The items of a list: `{metadata, record}` each. */
export const itemsIn = ({ json }: Answer): Row[] => rowsIn(isRow(json) ? json.list : undefined);

export const recordsIn = (answer: Answer): Row[] =>
	itemsIn(answer).flatMap(({ record }) => (isRow(record) ? [record] : []));

export const recordIn = ({ json }: Answer): Row | undefined =>
	isRow(json) && isRow(json.record) ? json.record : undefined;
