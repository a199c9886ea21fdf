import { createRateJudge, type RateJudge } from '../../support/rateWindows';
import {
	after,
	createServer,
	endWithParent,
	onMessage,
	tellParent,
	type AddressInfo,
	type IncomingMessage,
	type ServerResponse,
} from '../machine';
import { insightly, newInsightlyState } from './insightly';
import { postHog } from './postHog';
import type { Call, Reply, StandInReport, StandInSettings } from './settings';
import { newSpotlerState, spotler } from './spotler';

/** What is asked of the stand-in by the process that started it. */
export type Order = { reset: StandInSettings } | { report: true };

let settings: StandInSettings;
let judge: RateJudge | undefined;
let report: StandInReport;
let writes: Map<string, number>;
let states: {
	insightly: ReturnType<typeof newInsightlyState>;
	spotler: ReturnType<typeof newSpotlerState>;
};

function reset(wanted: StandInSettings): void {
	settings = wanted;
	judge = wanted.limit && createRateJudge(wanted.limit.window, wanted.limit);
	report = { sent: 0, refused: 0, doubled: 0, written: 0, passed: [], unknown: [] };
	writes = new Map();
	states = { insightly: newInsightlyState(), spotler: newSpotlerState() };
}

const ledger = {
	wrote: (record: string) => writes.set(record, (writes.get(record) ?? 0) + 1),
};

function current(): StandInReport {
	const doubled = [...writes.values()].reduce((sum, times) => sum + times - 1, 0);
	return { ...report, doubled, written: writes.size };
}

function act(call: Call): Reply {
	const reply =
		insightly(call, settings, states.insightly, ledger) ??
		spotler(call, settings, states.spotler, ledger) ??
		postHog(call, settings);
	if (reply) return reply;
	if (report.unknown.length < 5) report.unknown.push(`${call.method} ${call.path}`);
	return { status: 404, body: '"The stand-in of the benchmark does not know this request"' };
}

const TOO_MANY: Reply = {
	status: 429,
	body: '"Too many requests"',
	headers: { 'Retry-After': '1' },
};

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
	report.sent += 1;
	// Counted when it arrives, as a service does in front of everything else.
	const isRefused = judge?.(performance.now()) === false;
	if (isRefused) report.refused += 1;
	else if (judge) report.passed.push(Date.now());
	const call = await readCall(incoming);
	const { status, body, headers } = isRefused ? TOO_MANY : act(call);
	const send = () => {
		outgoing.writeHead(status, {
			'Content-Type': 'application/json; charset=utf-8',
			'Content-Length': Buffer.byteLength(body),
			...headers,
		});
		outgoing.end(body);
	};
	if (settings.latencyMs > 0) after(settings.latencyMs, send);
	else send();
}

async function readCall(incoming: IncomingMessage): Promise<Call> {
	const url = new URL(incoming.url ?? '/', 'http://stand-in');
	let text = '';
	for await (const piece of incoming) text += String(piece);
	const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
	return { method: incoming.method ?? 'GET', path: url.pathname, query: url.searchParams, body };
}

const server = createServer((incoming, outgoing) => {
	serve(incoming, outgoing).catch(() => incoming.socket.destroy());
});
// n8n keeps connections open between two runs.
server.keepAliveTimeout = 60_000;

reset({ latencyMs: 0, records: 0, series: 0 });
endWithParent();
onMessage((message) => {
	const order = message as Order;
	if ('reset' in order) reset(order.reset);
	tellParent(current());
});
server.listen(0, '127.0.0.1', () => tellParent((server.address() as AddressInfo).port));
