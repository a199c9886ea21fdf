import { insightlyBaseUrl } from '../../../nodes/Insightly/api/baseUrl';
import { once } from '../fact';
import { isOk, isRow, Probe, rowsIn, type Answer, type Row, type Target } from '../probe';
import { Scratch, SCRATCH_NAME } from '../scratch';

/** An Insightly account with what the facts have in common. */
export class InsightlyAccount {
	readonly probe: Probe;

	readonly scratch = new Scratch();

	constructor(
		readonly key: string,
		target: Target,
	) {
		this.probe = new Probe(target);
	}

	/** The account that the environment names; undefined without a key. */
	static fromEnvironment(
		{
			INSIGHTLY_API_KEY: key,
			INSIGHTLY_API_URL: url,
		}: Readonly<Record<string, string | undefined>>,
		wait: Target['wait'],
	): InsightlyAccount | undefined {
		if (!key) return undefined;
		return new InsightlyAccount(key, insightlyTarget(insightlyBaseUrl(url ?? 'na1'), key, wait));
	}

	/** Some contact of the account. */
	readonly contact = once(async () => rowsIn((await this.list('Contacts', '1')).json)[0]);

	readonly list = async (
		collection: string,
		top: string,
		more: Record<string, string> = {},
	): Promise<Answer> => await this.probe.get(`/${collection}`, { top, ...more });

	/** The answer to making a contact with links and two custom fields, and the contact itself. */
	readonly made = once(async () => {
		const organisation = rowsIn((await this.list('Organisations', '1')).json)[0];
		const links = organisation
			? [{ LINK_OBJECT_NAME: 'Organisation', LINK_OBJECT_ID: organisation.ORGANISATION_ID }]
			: [];
		const body = { FIRST_NAME: SCRATCH_NAME, LINKS: links };
		const answer = await this.create('/Contacts', body, 'CONTACT_ID', '/Contacts');
		return { answer, links, contact: isRow(answer.json) ? answer.json : undefined };
	});

	/** The contact that was made. @throws Error when none was */
	async own(): Promise<Row & { id: string }> {
		const { answer, contact } = await this.made();
		if (!contact) throw new Error(`no contact could be made (status ${answer.status})`);
		return { ...contact, id: String(contact.CONTACT_ID) };
	}

	/** Makes a record that is removed at the end. */
	async create(path: string, body: object, idKey: string, collection: string): Promise<Answer> {
		const answer = await this.probe.ask('POST', path, { body });
		const row: unknown = Array.isArray(answer.json) ? (answer.json as unknown[])[0] : answer.json;
		if (isOk(answer) && isRow(row)) {
			const place = `${collection}/${String(row[idKey])}`;
			this.scratch.add(place, async () => await this.probe.ask('DELETE', place));
		}
		return answer;
	}

	async change(body: object, headers?: Record<string, string>): Promise<Answer> {
		const { CONTACT_ID } = await this.own();
		return await this.probe.ask('PUT', '/Contacts', { body: { CONTACT_ID, ...body }, headers });
	}
}

/** Where an account is, and its key. */
export const insightlyTarget = (url: string, key: string, wait: Target['wait']): Target => ({
	url,
	headers: { Authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
	wait,
});
