/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { Socket } from 'node:net';

/** An answer as bytes on the wire, right or wrong. */
export interface RawAnswer {
	bytes: readonly Buffer[];
	/** How it ends: properly, by a reset, or by nothing more being said while the line stays open. */
	end: 'close' | 'reset' | 'stall';
}

export interface RawParts {
	status: number;
	headers?: Readonly<Record<string, string>>;
	body?: string | Buffer;
	/** Length that the header announces. Default: the true one. */
	announced?: number;
	end?: RawAnswer['end'];
}

const REASONS: Readonly<Record<number, string>> = { 200: 'OK', 201: 'Created', 204: 'No Content' };

/** An answer with a head that says what it should, or what the fault wants it to say. */
export function rawAnswer({ status, headers, body = '', announced, end = 'close' }: RawParts) {
	const content = Buffer.from(body as string);
	const lines = [
		`HTTP/1.1 ${status} ${REASONS[status] ?? 'Answer'}`,
		'Connection: close',
		...(status === 204 ? [] : [`Content-Length: ${announced ?? content.length}`]),
		...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
	];
	const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
	return { bytes: [head, content], end } satisfies RawAnswer;
}

/** Puts an answer on the wire. */
export async function sendRaw(socket: Socket, { bytes, end }: RawAnswer): Promise<void> {
	socket.on('error', () => undefined);
	for (const piece of bytes) {
		for (let at = 0; at < piece.length && !socket.destroyed; at += PIECE) {
			const part = piece.subarray(at, at + PIECE);
			await new Promise<void>((resolve) => {
				socket.write(part, () => resolve());
			});
		}
	}
	if (end === 'stall' || socket.destroyed) return;
	if (end === 'reset') socket.resetAndDestroy();
	else socket.end();
}

const PIECE = 1024 * 1024;
