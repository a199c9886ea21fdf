/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @typescript-eslint/no-require-imports */
import { ClientRequest } from 'node:http';

/**
 * Time passes this much faster than outside: a minute's wait takes 0.6 s, and every clock in the process says that a
 * minute went by. So waits, limits and time-outs are tried as they are and none is waited for.
 */
export const SCALE = 100;

/**
 * Time limits come less fast, and those of whole answers much less: a busy machine must not take good answers for late
 * ones. Requests are not given up by the clock at all, but when their server says that it will say nothing more.
 */
const LIMIT_SCALE = 30;
const LONG_LIMIT_MS = 200_000;
const LONG_LIMIT_SCALE = 5;

/** What a server has said arrives before time passes. */
const ON_ITS_WAY_MS = 50;

/** Requests under way that have a time limit, by the `host:port` that they go to. */
const underWay = new Map<string, Set<ClientRequest>>();

/** From now on this server of ours says nothing more: whoever waits for it finds that its time is over. */
export async function timePasses(port: number): Promise<void> {
	await realSleep(ON_ITS_WAY_MS);
	for (const request of underWay.get(`127.0.0.1:${port}`) ?? []) request.emit('timeout');
}

function noteRequest(request: ClientRequest): void {
	const host = String(request.getHeader('host'));
	const others = underWay.get(host) ?? new Set();
	underWay.set(host, others.add(request));
	request.once('close', () => {
		others.delete(request);
		if (others.size === 0) underWay.delete(host);
	});
}

const RealDate = Date;
const realTimeout = setTimeout;
const startedAt = RealDate.now();

/** Milliseconds since 1970 by the fast clock. */
const scaledNow = (): number => startedAt + (RealDate.now() - startedAt) * SCALE;

/** Milliseconds since 1970 by the clock on the wall. */
export const realNow = (): number => RealDate.now();

/** Waits by the clock on the wall. */
export const realSleep = async (milliseconds: number): Promise<void> =>
	await new Promise((resolve) => {
		realTimeout(resolve, milliseconds);
	});

type Marked = (milliseconds: number) => Promise<void> | undefined;

const marked: Marked[] = [];

/** Sleeps of a length that means something to somebody are handed over to them instead of slept. */
export function onSleep(take: Marked): void {
	marked.push(take);
}

async function scaledSleep(milliseconds: number): Promise<void> {
	for (const take of marked) {
		const taken = take(milliseconds);
		if (taken) return await taken;
	}
	await realSleep(Math.max(1, milliseconds / SCALE));
}

class ScaledDate extends RealDate {
	constructor(...parts: [] | [number | string | Date]) {
		super(...((parts.length === 0 ? [scaledNow()] : parts) as [number]));
	}

	static now(): number {
		return scaledNow();
	}

	static [Symbol.hasInstance](value: unknown): boolean {
		return value instanceof RealDate;
	}
}

/** n8n-workflow with the fast `sleep`; must be called before anything else is loaded. */
export function speedUpTime(): void {
	const { timeout } = AbortSignal;
	AbortSignal.timeout = (milliseconds) => {
		const scale = milliseconds >= LONG_LIMIT_MS ? LONG_LIMIT_SCALE : LIMIT_SCALE;
		return timeout.call(AbortSignal, Math.ceil(milliseconds / scale));
	};
	globalThis.Date = ScaledDate as unknown as DateConstructor;
	const place = require.resolve('n8n-workflow');
	const real = require('n8n-workflow') as object;
	const loaded = require.cache[place];
	if (!loaded) throw new Error('n8n-workflow was not loaded as a CommonJS module');
	loaded.exports = new Proxy(real, {
		get: (target, name) => (name === 'sleep' ? scaledSleep : Reflect.get(target, name)),
	});
	ClientRequest.prototype.setTimeout = function (_milliseconds, callback) {
		noteRequest(this);
		return callback ? this.once('timeout', callback) : this;
	};
}
