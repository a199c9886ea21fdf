/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
/**
 * How much memory a large file takes on its way through the Insightly node: `npx tsx test/bench/largeFiles.ts [MB]`.
 * Each case runs in a process of its own, against a server in another; the figure is the highest resident memory of the
 * case less that of the same case with a tiny file.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

import { itemWithFile, useBinaryStorage, type BinaryStorage } from '../support/n8n/binaryStorage';
import { runNode } from '../support/runNode';

/** With its ending, because without it the codex file of the same name would be found. */
const NODE_FILE: string = '../../nodes/Insightly/Insightly.node.ts';

const MB = 1024 * 1024;

const TINY = 1024;

type NodeFile = typeof import('../../nodes/Insightly/Insightly.node');

type Direction = 'upload' | 'download';

interface Case {
	direction: Direction;
	storage: BinaryStorage;
	bytes: number;
	url: string;
}

/** Zeros, made as they are asked for. */
function* zeros(bytes: number): Generator<Buffer> {
	const piece = Buffer.alloc(64 * 1024);
	for (let left = bytes; left > 0; left -= piece.length) {
		yield left >= piece.length ? piece : piece.subarray(0, left);
	}
}

/** Takes uploads without keeping them, and answers a download of as many bytes as its ID says. */
function serve(): void {
	const server = createServer((request, response) => {
		const bytes = Number(/FileAttachments\/(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
		if (request.method === 'GET') {
			response.writeHead(200, { 'Content-Type': 'application/zip', 'Content-Length': bytes });
			Readable.from(zeros(bytes)).pipe(response);
			return;
		}
		let received = 0;
		request.on('data', (piece: Buffer) => (received += piece.length));
		request.on('end', () => {
			response.writeHead(201, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify({ FILE_ID: 1, FILE_SIZE: received }));
		});
	});
	server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

async function runCase({ direction, storage, bytes, url }: Case): Promise<void> {
	const { Insightly } = (await import(NODE_FILE)) as NodeFile;
	await useBinaryStorage(storage);
	const about = { mimeType: 'application/zip', fileName: 'large.zip', fileExtension: 'zip' };
	const content = Readable.from(zeros(bytes), { objectMode: false });
	const isUpload = direction === 'upload';
	const items = isUpload ? [await itemWithFile(content, about)] : [{ json: {} }];
	const parameters = isUpload
		? {
				recordType: 'contact',
				parentId: { __rl: true, mode: 'id', value: '1' },
				binaryPropertyName: 'data',
			}
		: { fileId: String(bytes), outputBinaryField: 'data' };
	const { error } = await runNode(new Insightly(), {
		parameters: { resource: 'fileAttachment', operation: direction, ...parameters },
		credentials: { insightlyApi: { apiKey: 'key', apiUrl: url, requestsPerSecond: 10 } },
		items,
	});
	if (error) throw error;
	process.send?.(process.resourceUsage().maxRSS / 1024);
}

async function answerOf(child: ChildProcess): Promise<number> {
	return await new Promise((resolve, reject) => {
		child.once('message', (message) => resolve(Number(message)));
		child.once('exit', () => reject(new Error('The case ended without a figure')));
	});
}

const start = (...words: string[]): ChildProcess =>
	fork(__filename, words, { execArgv: process.execArgv });

async function peakOf(one: Case): Promise<number> {
	const child = start('case', JSON.stringify(one));
	const peak = await answerOf(child);
	child.kill();
	return peak;
}

async function measure(megabytes: number): Promise<void> {
	const server = start('server');
	const url = `http://127.0.0.1:${await answerOf(server)}/v3.1`;
	for (const storage of ['filesystem', 'default'] as const) {
		for (const direction of ['upload', 'download'] as const) {
			const base = await peakOf({ direction, storage, bytes: TINY, url });
			const peak = await peakOf({ direction, storage, bytes: megabytes * MB, url });
			process.stdout.write(
				`${direction} of ${megabytes} MB, storage "${storage}": ${Math.round(peak - base)} MB more (${Math.round(base)} -> ${Math.round(peak)})\n`,
			);
		}
	}
	server.kill();
}

const [mode = '100', details = ''] = process.argv.slice(2);
if (mode === 'server') serve();
else if (mode === 'case') void runCase(JSON.parse(details) as Case);
else void measure(Number(mode));
