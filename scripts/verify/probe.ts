/** One answer of a service, whatever its status. */
export interface Answer {
	status: number;
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	text: string;
	/** The body as JSON; undefined when it is none. */
	json: unknown;
}

export interface Question {
	query?: Readonly<Record<string, string>>;
	/** Sent as JSON, or as it is when it is a form. */
	body?: unknown;
	/** Instead of the account's own, or besides them. */
	headers?: Readonly<Record<string, string>>;
}

/** An account to ask, and the pace at which it is asked. */
export interface Target {
	/** Without a slash at the end. */
	url: string;
	/** With the key. */
	headers: Readonly<Record<string, string>>;
	/** Waits so many milliseconds. */
	wait(milliseconds: number): Promise<void>;
}

/** Between two requests: other users of the account go first. */
const PACE_MS = 300;

/** Longer than this, and there is no answer. */
const LONGEST_ANSWER_MS = 60_000;

/** Asks a service directly, without any of the nodes' code, and keeps what it answered. */
export class Probe {
	readonly answers: Answer[] = [];

	constructor(private readonly target: Target) {}

	/** One request at the usual pace. @throws Error when there is no answer */
	async ask(method: string, path: string, question: Question = {}): Promise<Answer> {
		await this.target.wait(PACE_MS);
		return await this.askAtOnce(method, path, question);
	}

	async get(path: string, query: Question['query'] = {}): Promise<Answer> {
		return await this.ask('GET', path, { query });
	}

	/** So many reads at the same time, to go over a limit. */
	async burst(path: string, query: Question['query'], times: number): Promise<Answer[]> {
		const one = async () => await this.askAtOnce('GET', path, { query });
		return await Promise.all(Array.from({ length: times }, one));
	}

	async wait(milliseconds: number): Promise<void> {
		await this.target.wait(milliseconds);
	}

	private async askAtOnce(
		method: string,
		path: string,
		{ query, body, headers }: Question,
	): Promise<Answer> {
		const search = query ? `?${new URLSearchParams({ ...query }).toString()}` : '';
		const isForm = body === undefined || body instanceof FormData;
		const response = await fetch(`${this.target.url}${path}${search === '?' ? '' : search}`, {
			method,
			headers: {
				Accept: 'application/json',
				...(isForm ? {} : { 'Content-Type': 'application/json' }),
				...this.target.headers,
				...headers,
			},
			body: isForm ? body : JSON.stringify(body),
			redirect: 'manual',
			signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
		});
		const text = await response.text();
		const answer: Answer = {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			text,
			json: parse(text),
		};
		this.answers.push(answer);
		return answer;
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export const isOk = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** A JSON object. */
export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; none when it is no list. */
export const rowsIn = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : []);
