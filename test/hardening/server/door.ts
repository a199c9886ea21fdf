/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer, request as openRequest } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import type { Fault, Met, RealAnswer } from './faults';
import { timePasses } from '../world/time';
import { sendRaw } from './raw';

/** One request as it came to the door. */
export interface SeenRequest {
	method: string;
	/** With the query. */
	path: string;
	headers: IncomingMessage['headers'];
	body: Buffer;
	/** Name of the fault that it met. */
	fault?: string;
	/** What was answered; 0 when the answer was not let through. */
	status: number;
	/** The answer that was let through says nothing: no body, or an empty object. */
	saidNothing: boolean;
	/** Whether it was a JSON list. */
	isList: boolean;
}

interface Plan {
	fault: Fault;
	/** First request that meets it, counted from 1 since it was set. */
	from: number;
	/** How many meet it. */
	times: number;
}

const upstreamAgent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * Stands between the node and a sandbox: passes requests on, and answers some of them wrongly, byte by byte. A fault
 * keeps the sandbox from acting, so that every case can look at what was left untouched.
 */
export class FaultyDoor {
	readonly seen: SeenRequest[] = [];

	private readonly sockets = new Set<Socket>();

	private plan?: Plan;

	private sincePlan = 0;

	private port = 0;

	private readonly server = createServer((incoming, outgoing) => {
		this.serve(incoming, outgoing).catch(() => incoming.socket.destroy());
	});

	private constructor(
		private readonly upstream: URL,
		private readonly refusalBody: Met['refusalBody'],
	) {
		this.server.on('connection', (socket) => {
			this.sockets.add(socket);
			socket.once('close', () => this.sockets.delete(socket));
		});
	}

	static async open(upstream: string, refusalBody: Met['refusalBody']): Promise<FaultyDoor> {
		const door = new FaultyDoor(new URL(upstream), refusalBody);
		await door.listen();
		return door;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}${this.upstream.pathname.replace(/\/$/, '')}`;
	}

	/** From the `from`th request on, so many meet this fault. */
	async set(fault: Fault, from: number, times: number): Promise<void> {
		this.plan = { fault, from, times };
		this.sincePlan = 0;
		if (fault.isRefused && from === 1) await this.shut();
	}

	/** Everything passes again. */
	async clear(): Promise<void> {
		this.plan = undefined;
		if (!this.server.listening) await this.listen();
	}

	async close(): Promise<void> {
		await this.shut();
		this.sockets.forEach((socket) => socket.destroy());
	}

	private async listen(): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(this.port, '127.0.0.1', () => {
				this.server.removeListener('error', reject);
				resolve();
			});
		});
		this.port = (this.server.address() as AddressInfo).port;
	}

	private async shut(): Promise<void> {
		if (!this.server.listening) return;
		const closed = new Promise((resolve) => {
			this.server.close(resolve);
		});
		this.server.closeAllConnections();
		await closed;
	}

	private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const pieces: Buffer[] = [];
		for await (const piece of incoming) pieces.push(piece as Buffer);
		const { method = 'GET', url: path = '/', headers } = incoming;
		const body = Buffer.concat(pieces);
		const blank = { status: 0, saidNothing: false, isList: false };
		const request: SeenRequest = { method, path, headers, body, ...blank };
		this.seen.push(request);
		this.sincePlan += 1;
		const fault = this.faultNow();
		request.fault = fault?.name;
		const pass = async () => await this.askUpstream(request);
		if (fault) {
			const { refusalBody } = this;
			const answer = await fault.answer({ ...request, refusalBody, pass });
			await sendRaw(incoming.socket, answer);
			if (answer.end === 'stall') await timePasses(this.port);
			return;
		}
		const real = await pass();
		request.status = real.status;
		request.saidNothing = ['', '{}'].includes(real.body.toString('latin1', 0, 3).trim());
		request.isList = real.body[0] === 0x5b;
		const isLastBeforeRefusal = this.plan?.fault.isRefused && this.sincePlan === this.plan.from - 1;
		outgoing.writeHead(real.status, { ...real.headers, connection: 'close' });
		outgoing.end(real.body);
		if (isLastBeforeRefusal) outgoing.once('finish', () => void this.shutSoftly());
	}

	/** Lets what is on its way arrive, and takes no further connection. */
	private async shutSoftly(): Promise<void> {
		await new Promise((resolve) => {
			this.server.close(resolve);
		});
	}

	private faultNow(): Fault | undefined {
		if (!this.plan || this.plan.fault.isRefused) return undefined;
		const { fault, from, times } = this.plan;
		return this.sincePlan >= from && this.sincePlan < from + times ? fault : undefined;
	}

	private async askUpstream({ method, path, headers, body }: SeenRequest): Promise<RealAnswer> {
		const { hostname, port } = this.upstream;
		return await new Promise((resolve, reject) => {
			const asked = openRequest(
				{ hostname, port, method, path, agent: upstreamAgent, headers: upstreamHeaders(headers) },
				(answer) => {
					const pieces: Buffer[] = [];
					answer.on('data', (piece: Buffer) => pieces.push(piece));
					answer.on('error', reject);
					answer.on('end', () =>
						resolve({
							status: answer.statusCode ?? 0,
							headers: answer.headers as Record<string, string>,
							body: Buffer.concat(pieces),
						}),
					);
				},
			);
			asked.on('error', reject);
			asked.end(body);
		});
	}
}

/** The body is sent whole and the answer is wanted plain. */
function upstreamHeaders(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
	const left = ['connection', 'transfer-encoding', 'accept-encoding'];
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !left.includes(name)));
}
