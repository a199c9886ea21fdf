import { join, projectDir } from '../../../scripts/start/machine';
import { createServer, type AddressInfo, type IncomingMessage } from '../../bench/machine';
import { writeNodes } from '../../support/customNodes';

/** An execution has reached its last node. */
export interface Arrival {
	pid: number;
	execution: string;
}

/** Where the last node of each workflow reports to. */
export interface Sink {
	url: string;
	/** How many have come in. */
	readonly arrivals: number;
	/** The next arrival; that execution then waits for good, in the middle of its run. */
	holdNext(): Promise<Arrival>;
	close(): Promise<void>;
}

/** Listens on a free port of the loopback address. */
export async function openSink(): Promise<Sink> {
	const waiting: Array<(arrival: Arrival) => void> = [];
	let arrivals = 0;
	const server = createServer((incoming, outgoing) => {
		void readArrival(incoming).then((arrival) => {
			arrivals += 1;
			const first = waiting.shift();
			if (first) first(arrival);
			else outgoing.end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		get arrivals() {
			return arrivals;
		},
		holdNext: async () => await new Promise((resolve) => waiting.push(resolve)),
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

async function readArrival(incoming: IncomingMessage): Promise<Arrival> {
	let text = '';
	for await (const piece of incoming) text += String(piece);
	return JSON.parse(text) as Arrival;
}

/** Puts the last node of the workflows into a folder that n8n loads nodes from, as `CUSTOM.sink`. */
export function installSinkNode(dir: string): void {
	writeNodes(join(projectDir, 'test', 'triggers', 'real'), { sinkNode: 'Sink.node' }, dir);
}
