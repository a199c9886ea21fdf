/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { gzipSync } from 'node:zlib';

import { rawAnswer, type RawAnswer, type RawParts } from './raw';
import { trap } from './trap';

/** What the sandbox would have answered. */
export interface RealAnswer {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
}

/** A request that meets a fault. */
export interface Met {
	method: string;
	path: string;
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** A refusal as the service's documents print it. */
	refusalBody(status: number): { type: string; text: string };
	/** Lets the sandbox act after all, and gives its answer. */
	pass(): Promise<RealAnswer>;
}

/** Something that goes wrong on the wire. */
export interface Fault {
	name: string;
	/** What can be known of a write that met it. */
	write: 'not made' | 'unknown' | 'taken';
	/** Asking again helps, as far as the client can know: reads are to be repeated. */
	passes: boolean;
	/** Takes much time to send and to read, so that nothing else should be timed meanwhile. */
	isHeavy?: true;
	/** The service asks for so long a pause that whoever comes next is to be told the same at once. */
	isLong?: true;
	/** The connection is refused: nothing is listening. */
	isRefused?: true;
	/** An answer of a write without a body is all right where the service answers so. */
	isEmpty?: true;
	/** All right where the service answers with a list. */
	isEmptyList?: true;
	answer(met: Met): RawAnswer | Promise<RawAnswer>;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

const PAGE =
	'<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in</body></html>';

const HALF = '{"list": [{"record": {"id": 1, "CONTACT_ID": 1, "name": "cut o';

/** `status`, as documented, with further headers. */
function refusal(status: number, about: Partial<Fault> = {}, headers = {}): Fault {
	const isUnknown = status >= 500;
	return {
		name: `status ${status}`,
		write: isUnknown ? 'unknown' : 'not made',
		passes: isUnknown,
		answer: ({ refusalBody }) => {
			const { type, text } = refusalBody(status);
			return rawAnswer({ status, headers: { 'Content-Type': type, ...headers }, body: text });
		},
		...about,
	};
}

const html = (status: number): Fault => ({
	name: `status ${status} with a page`,
	write: status < 300 ? 'taken' : 'unknown',
	passes: true,
	answer: () => rawAnswer({ status, headers: { 'Content-Type': 'text/html' }, body: PAGE }),
});

const limited = (name: string, headers: () => Record<string, string>): Fault => ({
	...refusal(429),
	name,
	passes: true,
	answer: ({ refusalBody }) => {
		const { type, text } = refusalBody(429);
		return rawAnswer({ status: 429, headers: { 'Content-Type': type, ...headers() }, body: text });
	},
});

type Damage = Pick<Fault, 'name' | 'write' | 'passes'> & Partial<Fault> & { parts: RawParts };

const damage = ({ parts, ...about }: Damage): Fault => ({
	...about,
	answer: () => rawAnswer(parts),
});

const unknown = { write: 'unknown', passes: true } as const;
const taken = { write: 'taken', passes: true } as const;

const json = (body: string | Buffer, more: Partial<RawParts> = {}): RawParts => ({
	status: 200,
	headers: { ...JSON_TYPE, ...more.headers },
	body,
	...(more.announced === undefined ? {} : { announced: more.announced }),
	...(more.end ? { end: more.end } : {}),
});

const zipped = gzipSync(Buffer.from(JSON.stringify({ list: 'x'.repeat(3_000) })));

const inGzip = (body: Buffer): RawParts => json(body, { headers: { 'Content-Encoding': 'gzip' } });

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toUTCString();
const inTwoSeconds = (): string => new Date(Date.now() + 2_000).toUTCString();

const FIFTY_MEGABYTES = 50 * 1024 * 1024;

const redirect = (status: number): Fault => ({
	...{ name: `redirect ${status}`, write: 'not made', passes: false },
	answer: () => rawAnswer({ status, headers: { Location: trap.url } }),
});

/** Says the request's own headers back, the key among them. */
const echo = (status: number): Fault => ({
	name: `status ${status} that says the key`,
	write: status >= 500 ? 'unknown' : 'not made',
	passes: status >= 500,
	answer: ({ headers, path }) => {
		const said = `Bad request ${path} ${JSON.stringify(headers)}`;
		const body = JSON.stringify({ message: said, detail: said, Message: said });
		return rawAnswer({ status, headers: JSON_TYPE, body });
	},
});

/** JSON that is none of what was asked for. */
const SHAPES: ReadonlyArray<[name: string, body: string]> = [
	['a message instead of data', '{"Message": "fine", "message": "fine"}'],
	['a detail instead of data', '{"detail": "fine"}'],
	['a list of nothing', '[null]'],
	['null for a list', '{"list": null, "results": null, "metadata": {}}'],
	['a count without a list', '{"count": 3, "metadata": {"total_count": 3}}'],
];

/** Everything that goes wrong on the wire, each as one row. */
export const faults: readonly Fault[] = [
	...[400, 401, 402, 403, 404, 405, 409, 413, 422, 500, 502, 503, 504].map((status) =>
		refusal(status),
	),
	refusal(503, { name: 'status 503 with Retry-After', write: 'not made' }, { 'Retry-After': '3' }),
	refusal(501, { passes: false }),
	html(200),
	html(502),
	html(503),
	limited('status 429 with seconds', () => ({ 'Retry-After': '2' })),
	limited('status 429 with a date', () => ({ 'Retry-After': inTwoSeconds() })),
	limited('status 429 without a time', () => ({})),
	{
		...limited('status 429 for an hour', () => ({ 'Retry-After': '3600' })),
		passes: false,
		isLong: true,
	},
	{
		...limited('status 429 until a date in an hour', () => ({ 'Retry-After': inAnHour() })),
		passes: false,
		isLong: true,
	},
	{
		...{ name: 'connection refused', write: 'not made', passes: true, isRefused: true },
		answer: () => ({ bytes: [], end: 'reset' }),
	},
	{ name: 'reset before the answer', ...unknown, answer: () => ({ bytes: [], end: 'reset' }) },
	{ name: 'closed before the answer', ...unknown, answer: () => ({ bytes: [], end: 'close' }) },
	{ name: 'silence', ...unknown, answer: () => ({ bytes: [], end: 'stall' }) },
	damage({
		...{ name: 'reset in the body', ...taken },
		parts: json(HALF, { announced: 900, end: 'reset' }),
	}),
	damage({ ...{ name: 'closed in the body', ...taken }, parts: json(HALF, { announced: 900 }) }),
	damage({
		...{ name: 'silence after the headers', ...taken },
		parts: json('', { announced: 900, end: 'stall' }),
	}),
	damage({
		...{ name: 'silence in the body', ...taken },
		parts: json(HALF, { announced: 900, end: 'stall' }),
	}),
	damage({
		...{ name: 'refusal that falls silent', write: 'not made', passes: false },
		parts: { status: 404, headers: JSON_TYPE, body: '{"mess', announced: 90, end: 'stall' },
	}),
	damage({ name: 'cut JSON', ...taken, parts: json(HALF) }),
	damage({ name: 'empty 200', ...taken, isEmpty: true, parts: json('') }),
	damage({ name: 'empty 201', ...taken, isEmpty: true, parts: { status: 201 } }),
	damage({ name: 'empty 204', ...taken, isEmpty: true, parts: { status: 204 } }),
	damage({ name: 'null', ...taken, passes: false, isEmpty: true, parts: json('null') }),
	damage({
		name: 'an empty list',
		...taken,
		passes: false,
		isEmpty: true,
		isEmptyList: true,
		parts: json('[]'),
	}),
	damage({ name: 'a number', ...taken, passes: false, parts: json('5') }),
	damage({ name: 'a text', ...taken, parts: json('"fine"') }),
	damage({ name: 'gzip that is none', ...taken, parts: inGzip(Buffer.from('not zipped at all')) }),
	damage({
		...{ name: 'gzip that is cut', ...taken },
		parts: inGzip(zipped.subarray(0, Math.floor(zipped.length / 2))),
	}),
	damage({
		...{ name: 'invalid UTF-8', ...taken },
		parts: json(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0xc3, 0x28, 0x7d])),
	}),
	{
		...{ name: 'a page of 50 MB', ...taken, isHeavy: true },
		answer: () =>
			rawAnswer({
				status: 200,
				headers: { 'Content-Type': 'text/html' },
				body: Buffer.alloc(FIFTY_MEGABYTES, 'x'),
			}),
	},
	{
		...{ name: 'a refusal of 50 MB', write: 'not made', passes: false, isHeavy: true },
		answer: () => {
			const body = Buffer.alloc(FIFTY_MEGABYTES, 'x');
			body.write('{"message":"', 0);
			body.write('"}', FIFTY_MEGABYTES - 2);
			return rawAnswer({ status: 400, headers: JSON_TYPE, body });
		},
	},
	damage({ name: 'an empty object', ...taken, passes: false, isEmpty: true, parts: json('{}') }),
	...SHAPES.map(([name, body]) => damage({ name, ...taken, passes: false, parts: json(body) })),
	redirect(301),
	redirect(302),
	redirect(307),
	echo(400),
	echo(500),
];
