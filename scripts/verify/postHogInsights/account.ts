import { postHogBaseUrl } from '../../../nodes/PostHogInsights/api/baseUrl';
import { once } from '../fact';
import { isRow, Probe, rowsIn, type Answer, type Row, type Target } from '../probe';
import { Scratch, SCRATCH_NAME } from '../scratch';

/** A query that costs next to nothing. */
export const sqlQuery = (query: string) => ({
	kind: 'DataVisualizationNode',
	source: { kind: 'HogQLQuery', query },
});

/** A PostHog project with what the facts have in common. */
export class PostHogAccount {
	readonly probe: Probe;

	readonly scratch = new Scratch();

	constructor(
		target: Target,
		readonly project: string,
	) {
		this.probe = new Probe(target);
	}

	/** The project that the environment names; undefined without a key. */
	static fromEnvironment(
		environment: Readonly<Record<string, string | undefined>>,
		wait: Target['wait'],
	): PostHogAccount | undefined {
		const { POSTHOG_API_KEY: key, POSTHOG_URL: url = 'us', POSTHOG_PROJECT } = environment;
		if (!key) return undefined;
		const base = postHogBaseUrl(['us', 'eu'].includes(url) ? { region: url } : selfHosted(url));
		return new PostHogAccount(postHogTarget(base, key, wait), POSTHOG_PROJECT ?? '@current');
	}

	readonly path = (rest: string): string => `/api/projects/${this.project}/${rest}`;

	readonly get = async (rest: string, query: Record<string, string> = {}): Promise<Answer> =>
		await this.probe.get(this.path(rest), query);

	readonly send = async (method: string, rest: string, body?: unknown): Promise<Answer> =>
		await this.probe.ask(method, this.path(rest), { body });

	readonly list = async (query: Record<string, string> = {}): Promise<Answer> =>
		await this.get('insights/', { basic: 'true', limit: '1', order: 'id', ...query });

	/** Some insight of the project. */
	readonly insight = once(async () => resultsIn(await this.list())[0]);

	/** Makes an insight that is deleted at the end. @throws Error when it is refused */
	readonly make = async (name: string, query: object): Promise<Row & { place: string }> => {
		const answer = await this.send('POST', 'insights/', { name, query });
		if (!isRow(answer.json) || answer.status !== 201) {
			throw new Error(`no insight could be made (status ${answer.status})`);
		}
		const place = `insights/${String(answer.json.id)}/`;
		this.scratch.add(place, async () => await this.send('PATCH', place, { deleted: true }));
		return { ...answer.json, place };
	};

	/** The insight that most writes are tried on. */
	readonly own = once(async () => await this.make(SCRATCH_NAME, sqlQuery('select 1')));
}

const selfHosted = (url: string) => ({ region: 'selfHosted', url });

/** Where a server is, and the key. */
export const postHogTarget = (url: string, key: string, wait: Target['wait']): Target => ({
	url,
	headers: { Authorization: `Bearer ${key}` },
	wait,
});

export const resultsIn = ({ json }: Answer): Row[] =>
	rowsIn(isRow(json) ? json.results : undefined);
