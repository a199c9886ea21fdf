import type { IDataObject } from 'n8n-workflow';

import { readByOffset, rowVersion } from '../../nodes/shared/polling';
import type {
	ChangeFeed,
	ChangePage,
	ChangeRow,
	FeedOrder,
	PollEvent,
} from '../../nodes/shared/polling';

/** A record as the simulated service stores it. Times in ms, as its database stamps them. */
export interface SourceRecord {
	id: number;
	createdAt: number;
	changedAt: number;
	revision: number;
	/** When the record was written, and from when answers show it, by the true clock. */
	writtenAt: number;
	visibleAt: number;
}

export interface SourceOptions {
	order: FeedOrder;
	event: PollEvent;
	pageSize: number;
	overlapMs: number;
	/** Whether answers carry the service's clock. */
	hasClock?: boolean;
	/** How far the database's clock is ahead of the clock in answers, in ms. */
	skewMs?: number;
}

const second = 1_000;
const toSecond = (ms: number) => Math.floor(ms / second) * second;

/**
 * A service whose records change while they are read. Stamps whole seconds, shows a change after a delay
 * (until then the version before), and takes 40 ms for an answer.
 */
export class SimulatedSource {
	/** The true clock, ms UTC. */
	now = Date.UTC(2026, 0, 5, 9, 0, 0);

	requests = 0;

	/** Whether the last page that was read was the last one there is. */
	isAtEnd = true;

	/** Called after each answer: changes that happen while a poll runs. */
	afterAnswer?: () => void;

	/** Set to let the next answers fail. */
	faults: Error[] = [];

	private readonly versions = new Map<number, SourceRecord[]>();

	private nextId = 1;

	constructor(private readonly options: SourceOptions) {}

	get records(): SourceRecord[] {
		return [...this.versions.values()].map((versions) => versions[versions.length - 1]);
	}

	/** The time the database stamps now. */
	get stamp(): number {
		return toSecond(this.now + (this.options.skewMs ?? 0));
	}

	create(delayMs = 0, changedAt = this.stamp): number {
		const id = this.nextId++;
		this.write({ id, createdAt: this.stamp, changedAt, revision: 0 }, delayMs);
		return id;
	}

	update(id: number, delayMs = 0, changedAt = this.stamp): void {
		const last = this.versions.get(id)?.slice(-1)[0];
		if (!last) return;
		this.write({ ...last, changedAt, revision: last.revision + 1 }, delayMs);
	}

	delete(id: number): void {
		this.versions.delete(id);
	}

	/** A record by its place among those that exist, for random choices. */
	idAt(index: number): number | undefined {
		const ids = [...this.versions.keys()];
		return ids[index % Math.max(1, ids.length)];
	}

	private write(record: Omit<SourceRecord, 'writtenAt' | 'visibleAt'>, delayMs: number): void {
		const version = { ...record, writtenAt: this.now, visibleAt: this.now + delayMs };
		this.versions.set(record.id, [...(this.versions.get(record.id) ?? []), version]);
	}

	/** What answers show at this moment. */
	private visible(): ChangeRow[] {
		return [...this.versions.values()]
			.map((versions) => versions.filter((version) => version.visibleAt <= this.now).slice(-1)[0])
			.filter((record) => record !== undefined)
			.map((record) => this.toRow(record));
	}

	private toRow(record: SourceRecord): ChangeRow {
		const { id, createdAt, revision } = record;
		const json: IDataObject = { id, revision, createdAt, changedAt: record.changedAt };
		const isByCreation = this.options.event === 'created' && this.options.order !== 'id';
		const changedAt = isByCreation ? createdAt : record.changedAt;
		const version = isByCreation ? 'created' : rowVersion(json, changedAt);
		return { id: String(id), createdAt, changedAt, version, json };
	}

	/** One answer of the service. */
	private answer<T>(make: () => T): T {
		this.requests += 1;
		this.now += 20;
		const fault = this.faults.shift();
		if (fault) throw fault;
		const result = make();
		this.now += 20;
		this.afterAnswer?.();
		return result;
	}

	private clock(): number | undefined {
		return this.options.hasClock === false ? undefined : toSecond(this.now);
	}

	/** The service as the polling engine sees it. */
	feed(): ChangeFeed {
		const { order, overlapMs } = this.options;
		return {
			order,
			overlapMs,
			now: async () => this.answer(() => this.clock()),
			newest: async (limit) =>
				this.answer(() =>
					this.visible()
						.sort((a, b) => b.changedAt - a.changedAt)
						.slice(0, limit),
				),
			page: async (since, cursor) => {
				const page =
					order === 'ascending'
						? this.pageByKey(since, cursor)
						: await this.pageByOffset(since, cursor);
				this.isAtEnd = page.next === undefined;
				return page;
			},
		};
	}

	/** By offset: ids ascending and strictly after a second; or newest first, without a filter. */
	private async pageByOffset(since: number, cursor?: string): Promise<ChangePage> {
		const { order, pageSize } = this.options;
		const list = () =>
			order === 'id'
				? this.visible()
						.filter((row) => row.changedAt > toSecond(since - 1))
						.sort((a, b) => Number(a.id) - Number(b.id))
				: this.visible().sort((a, b) => b.changedAt - a.changedAt || Number(a.id) - Number(b.id));
		const read = async (skip: number, top: number) =>
			this.answer(() => {
				const all = list();
				const rows = all.slice(skip, skip + top);
				return { rows, received: rows.length, total: all.length, serverNow: this.clock() };
			});
		return await readByOffset({ order, pageSize, read }, cursor);
	}

	/** By key: ascending by time, then id; from `since` on. */
	private pageByKey(since: number, cursor?: string): ChangePage {
		const [at, id] = cursor ? (JSON.parse(cursor) as [number, number]) : [since, -1];
		return this.answer(() => {
			const rows = this.visible()
				.filter((row) => row.changedAt > at || (row.changedAt === at && Number(row.id) > id))
				.sort((a, b) => a.changedAt - b.changedAt || Number(a.id) - Number(b.id))
				.slice(0, this.options.pageSize);
			const last = rows[rows.length - 1];
			const isFull = rows.length === this.options.pageSize;
			const next = isFull ? JSON.stringify([last.changedAt, Number(last.id)]) : undefined;
			return { rows, next, serverNow: this.clock() };
		});
	}
}
