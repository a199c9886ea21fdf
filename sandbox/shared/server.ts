/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { SandboxClock } from './clock';
import type { Fault, FaultScript } from './faults';
import type { Reply, SandboxRequest } from './http';
import { brokenReply, emptyReply, textReply } from './http';
import { parseMultipart } from './multipart';
import type { LoggedRequest } from './requestLog';
import { describeRequest } from './requestLog';

/** What the server needs to know of the sandbox it serves. Everything is asked at each request. */
export interface ServerParts {
	/** e.g. `/v3.1`; requests elsewhere reach `handle` with their whole path. */
	basePath: string;
	/** Acts and answers. An exception it throws becomes a 500 that names it. */
	handle: (request: SandboxRequest) => Reply;
	clock: SandboxClock;
	faults: FaultScript;
	log: LoggedRequest[];
	latencyMs: () => number;
	/** Whether answers carry the Date header (by the sandbox clock). */
	dateHeader: () => boolean;
}

export interface RunningServer {
	/** Address with the base path, no trailing slash. */
	start(port: number): Promise<string>;
	close(): Promise<void>;
}

const HTML_PAGE =
	'<!DOCTYPE html><html><head><title>Service</title></head><body>Please come back later.</body></html>';

/** A real HTTP server on 127.0.0.1. */
export function createSandboxServer(parts: ServerParts): RunningServer {
	let inFlight = 0;
	const timers = new Set<NodeJS.Timeout>();
	const wait = async (milliseconds: number) =>
		await new Promise<void>((resolve) => {
			const timer = setTimeout(() => {
				timers.delete(timer);
				resolve();
			}, milliseconds);
			timers.add(timer);
		});
	const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
		inFlight += 1;
		outgoing.once('close', () => (inFlight -= 1));
		const arrival = { at: parts.clock.now(), arrivedAt: monotonic(), inFlight };
		const request = await readRequest(incoming, parts.basePath);
		const entry = describeRequest(request, arrival);
		parts.log.push(entry);
		if (parts.latencyMs() > 0) await wait(parts.latencyMs());
		await answer(request, entry, outgoing, parts, wait);
	};
	const server = createServer((incoming, outgoing) => {
		serve(incoming, outgoing).catch(() => incoming.socket.destroy());
	});
	return {
		start: async (port) => `${await listen(server, port)}${parts.basePath}`,
		async close() {
			timers.forEach((timer) => clearTimeout(timer));
			server.closeAllConnections();
			if (server.listening) await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Milliseconds of a real clock that always moves on. */
export function monotonic(): number {
	return performance.now();
}

async function listen(server: Server, port: number): Promise<string> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.removeListener('error', reject);
			resolve();
		});
	});
	const address = server.address() as AddressInfo;
	return `http://127.0.0.1:${address.port}`;
}

async function readRequest(incoming: IncomingMessage, basePath: string): Promise<SandboxRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const url = new URL(incoming.url ?? '/', 'http://sandbox');
	const below = url.pathname.toLowerCase().startsWith(`${basePath.toLowerCase()}/`);
	const request = {
		method: incoming.method ?? 'GET',
		path: below ? url.pathname.slice(basePath.length) : url.pathname,
		query: [...url.searchParams],
		headers: Object.fromEntries(
			Object.entries(incoming.headers).map(([name, value]) => [name, String(value ?? '')]),
		),
		body: Buffer.concat(chunks),
	};
	return { ...request, form: await parseMultipart(request) };
}

async function answer(
	request: SandboxRequest,
	entry: LoggedRequest,
	outgoing: ServerResponse,
	parts: ServerParts,
	wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
	const fault = parts.faults.take(request);
	entry.fault = fault?.kind;
	if (fault?.kind === 'slow') await wait(fault.milliseconds);
	if (fault?.kind === 'drop' && fault.when === 'before acting') {
		outgoing.destroy();
		return;
	}
	const reply = replyUnder(fault, () => handleSafely(parts, request));
	if (fault?.kind === 'drop') {
		outgoing.destroy();
		return;
	}
	entry.status = reply.status;
	send(reply, request, outgoing, parts, fault?.kind === 'truncate');
}

/** The answer as the fault changes it; `act` is only called when the request is to have its effect. */
function replyUnder(fault: Fault | undefined, act: () => Reply): Reply {
	switch (fault?.kind) {
		case 'status':
			return { ...textReply(fault.status, fault.text ?? ''), headers: fault.headers };
		case 'html':
			return {
				status: fault.status ?? 200,
				body: { text: HTML_PAGE, type: 'text/html; charset=utf-8' },
			};
		case 'redirect':
			return emptyReply(fault.status ?? 302, { Location: fault.to });
		case 'empty':
			return { ...act(), status: fault.status ?? 200, body: undefined };
		case 'broken json':
			return { ...act(), body: { text: '{"almost": ', type: 'application/json; charset=utf-8' } };
		default:
			return act();
	}
}

function handleSafely(parts: ServerParts, request: SandboxRequest): Reply {
	try {
		return parts.handle(request);
	} catch (error) {
		return brokenReply(error);
	}
}

function send(
	reply: Reply,
	request: SandboxRequest,
	outgoing: ServerResponse,
	parts: ServerParts,
	truncated: boolean,
): void {
	const { content, type } = encode(reply);
	const zip = content.length > 0 && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
	const payload = zip ? gzipSync(content, { level: 1 }) : content;
	outgoing.sendDate = false;
	outgoing.statusCode = reply.status;
	if (parts.dateHeader()) outgoing.setHeader('Date', new Date(parts.clock.now()).toUTCString());
	if (type) outgoing.setHeader('Content-Type', type);
	if (zip) outgoing.setHeader('Content-Encoding', 'gzip');
	for (const [name, value] of Object.entries(reply.headers ?? {})) outgoing.setHeader(name, value);
	outgoing.setHeader('Content-Length', payload.length);
	if (!truncated) {
		outgoing.end(payload);
		return;
	}
	outgoing.write(payload.subarray(0, Math.floor(payload.length / 2)), () => outgoing.destroy());
}

function encode({ body }: Reply): { content: Buffer; type?: string } {
	if (body === undefined) return { content: Buffer.alloc(0) };
	if ('bytes' in body) return { content: body.bytes, type: body.type };
	if ('text' in body) {
		return { content: Buffer.from(body.text), type: body.type ?? 'text/plain; charset=utf-8' };
	}
	const content = Buffer.from(JSON.stringify(body.json));
	return { content, type: 'application/json; charset=utf-8' };
}
