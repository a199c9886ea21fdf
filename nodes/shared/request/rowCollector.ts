import type { IDataObject } from 'n8n-workflow';

import { fingerprint } from './fingerprint';

/** What the user wants of a list. */
export interface ListOptions {
	/** Undefined: everything. */
	limit?: number;
	/** Rows to pass over first. */
	skip?: number;
	/** Names a row, so that one which moved between two pages while they were read is not returned twice. */
	key(row: IDataObject): string | number | undefined;
	/** Rows that the server cannot leave out by itself; they do not count towards the limit. */
	keep?(row: IDataObject): boolean;
	/** What is kept of a row. Done as each page arrives, so that a long list is never held as it came as well. */
	shape?(row: IDataObject): IDataObject;
}

type Key = string | number | symbol;

/** Rows by their key; undefined for those that are not kept. */
type Rows = Map<Key, IDataObject | undefined>;

/** Collects rows up to the limit, each once. */
export class RowCollector {
	private byKey: Rows = new Map();

	/** Rows of the readings before, as far as this one has not met them again. */
	private earlier: Rows = new Map();

	private kept = 0;

	/** Fingerprints of the pages of this reading, for rows that nothing names. */
	private readonly pages = new Set<string>();

	constructor(private readonly options: ListOptions) {}

	/** What is kept, in the order of the last reading. */
	get rows(): IDataObject[] {
		const rows: IDataObject[] = [];
		for (const source of [this.byKey, this.earlier]) {
			for (const row of source.values()) if (row !== undefined) rows.push(row);
		}
		return rows;
	}

	/** Different rows read so far, kept or not. */
	get read(): number {
		return this.byKey.size + this.earlier.size;
	}

	get isFull(): boolean {
		return this.options.limit !== undefined && this.kept >= this.options.limit;
	}

	/** Whether this reading has met the row, kept or not. */
	has(row: IDataObject): boolean {
		const key = this.options.key(row);
		return key !== undefined && this.byKey.has(key);
	}

	/** Begins another reading of the same list. What was collected stays, in the order in which it is met again. */
	readAgain(): void {
		for (const [key, row] of this.earlier) if (!this.byKey.has(key)) this.byKey.set(key, row);
		this.earlier = this.byKey;
		this.byKey = new Map();
		this.pages.clear();
	}

	/** Returns whether the page held anything that this reading had not met before. */
	add(page: readonly IDataObject[]): boolean {
		let isNews = page.length === 0;
		if (this.isRepeated(page)) return false;
		for (const row of page) {
			const key = this.options.key(row) ?? Symbol();
			if (this.byKey.has(key)) continue;
			isNews = true;
			this.byKey.set(key, this.earlier.has(key) ? this.earlier.get(key) : this.keptOf(row));
			this.earlier.delete(key);
		}
		return isNews;
	}

	private keptOf(row: IDataObject): IDataObject | undefined {
		if (this.isFull || this.options.keep?.(row) === false) return undefined;
		this.kept += 1;
		return this.options.shape?.(row) ?? row;
	}

	/** Rows that nothing names cannot be told apart, but a page that comes twice can. */
	private isRepeated(page: readonly IDataObject[]): boolean {
		if (page.length === 0 || this.options.key(page[0]) !== undefined) return false;
		const mark = fingerprint(JSON.stringify(page));
		if (this.pages.has(mark)) return true;
		this.pages.add(mark);
		return false;
	}
}
