import { provideCredentials } from '../../../scripts/start/credentials';
import { followExecutions, type FinishedExecution } from '../../../scripts/start/executions';
import type { N8nClient } from '../../../scripts/start/n8nClient';
import { reasonOf } from '../../../scripts/start/stop';
import { Ledger, type Account } from './ledger';
import type { Random } from './random';
import type { Stream } from './streams';
import { activateChain, streamNodes } from './workflows';
import type { World } from './world';

/** Changes come at once as when people work, and now and then many of them, as with an import. */
const AT_ONCE = [1, 1, 1, 2, 7];

interface Followed {
	stream: Stream;
	ledger: Ledger;
	/** Executions that have finished since the last call. */
	finished: () => Promise<FinishedExecution[]>;
}

/** The changes of all streams and the executions they end in. */
export class Accounts {
	/** Executions that n8n showed as crashed, and that were run again. */
	readonly cutOff: string[] = [];

	/** Executions that failed for another reason: of each kind, how many. */
	readonly failed = new Map<string, number>();

	/** How many of them have been run again, and as which executions. */
	private retried = 0;

	private readonly retries = new Set<string>();

	private constructor(
		private readonly client: N8nClient,
		private readonly followed: Followed[],
		readonly crashes: readonly number[],
	) {}

	/** Puts the workflows of all streams into n8n and switches them on. */
	static async open(
		{ streams, sandboxes, packageName, sink }: World,
		client: N8nClient,
		crashes: readonly number[],
	): Promise<Accounts> {
		const credentials = await provideCredentials(client, sandboxes);
		const followed: Followed[] = [];
		for (const stream of streams) {
			const trigger = streamNodes(stream, packageName, credentials[stream.service]);
			const id = await activateChain(client, stream.name, [trigger], sink.url);
			const finished = await followExecutions(client, id, 'all');
			followed.push({ stream, ledger: new Ledger(crashes), finished });
		}
		return new Accounts(client, followed, crashes);
	}

	/** Makes some changes in one of the services. */
	change(random: Random): void {
		const { stream, ledger } = random.pick(this.followed);
		for (let left = random.pick(AT_ONCE); left > 0; left--) {
			const key = stream.change();
			if (key !== undefined) ledger.note(key, Date.now());
		}
	}

	/** The same while n8n may be away or slow: then the next time will do. */
	async tryToCollect(): Promise<void> {
		await this.collect().catch(() => {});
	}

	/** Reads what has finished, and runs again what was cut off, as a person would with the Retry button. */
	async collect(): Promise<void> {
		for (const one of this.followed) {
			for (const execution of await one.finished()) this.read(one, execution);
		}
		while (this.retried < this.cutOff.length) {
			const cutOff = this.cutOff[this.retried];
			this.retried += 1;
			const path = `/executions/${cutOff}/retry`;
			await this.client.post<{ id: string }>(path, {}).then(
				({ id }) => this.retries.add(id),
				(thrown: unknown) =>
					this.noteFailure(`no retry of execution ${cutOff}: ${reasonOf(thrown)}`),
			);
		}
	}

	/** Runs again what still counts as running although nothing can be. Gives how many there were. */
	async retryStuck(): Promise<number> {
		const filter = encodeURIComponent(JSON.stringify({ status: ['running'] }));
		const { results } = await this.client.get<{ results: Array<{ id: string; status: string }> }>(
			`/executions?filter=${filter}&limit=50`,
		);
		const stuck = results.filter(({ status }) => status === 'running').map(({ id }) => id);
		this.cutOff.push(...stuck);
		await this.collect();
		return stuck.length;
	}

	private read({ stream, ledger }: Followed, execution: FinishedExecution): void {
		const { id, status, nodes, startedAt, reason = 'no reason given' } = execution;
		if (status === 'crashed') this.cutOff.push(id);
		else if (status !== 'success') {
			this.noteFailure(`${status}: ${reason}`);
		}
		if (status !== 'success') return;
		for (const item of nodes.find(({ name }) => name === 'Sink')?.items ?? []) {
			ledger.deliver(stream.keyOf(item), { execution: id, at: startedAt }, this.retries.has(id));
		}
	}

	private noteFailure(kind: string): void {
		this.failed.set(kind, (this.failed.get(kind) ?? 0) + 1);
	}

	/** How many changes are not delivered yet. */
	get open(): number {
		return this.followed.reduce((so, { ledger }) => so + ledger.open, 0);
	}

	/** The account of each stream. */
	close(): Array<{ name: string; account: Account; entries: string[] }> {
		return this.followed.map(({ stream, ledger }) => ({
			name: stream.name,
			account: ledger.close(),
			entries: ledger.entries,
		}));
	}
}
