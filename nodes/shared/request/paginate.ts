import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from './client';
import type { ApiRequest, ApiResponse } from './types';

/** How a service cuts long lists into pages, when it counts them by offset. */
export interface OffsetPaging {
	sizeParameter: string;
	offsetParameter: string;
	/** Set when the parameter numbers the pages instead of counting rows: the number of the first page. */
	firstPageNumber?: number;
	/** The most rows that one answer can hold. */
	maxPageSize: number;
	/** Whether an answer is a page of this list; any other answer fails. Default: everything is one. */
	isPage?(body: unknown): boolean;
	/** Rows of one answer; throws nothing, an answer without rows is an empty page. */
	rows(response: ApiResponse): IDataObject[];
	/** Asks the server to count; only used when there may be a second page, because counting costs it time. */
	totalRequest?: IDataObject;
	total?(response: ApiResponse): number | undefined;
	/** Whether the answer itself says that nothing follows; asking beyond the end is refused by some services. */
	isLast?(response: ApiResponse): boolean;
}

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

/** Pages asked for at once when it is known that they exist, or while it is not known where the list ends. */
const PAGES_IN_FLIGHT = 4;

/** A list longer than this many pages is taken for a server that repeats itself. */
const MAX_PAGES = 100_000;

/**
 * Reads a list by offset: pages in order, several under way, no row twice, nothing read beyond the limit.
 * The first page of a long list is asked together with the total, so that the others can be read side by side.
 */
export async function offsetPaginate(
	client: ApiClient,
	request: ApiRequest,
	paging: OffsetPaging,
	options: ListOptions,
): Promise<IDataObject[]> {
	const collected = new RowCollector(options);
	const size = pageSize(paging, options);
	const start = options.skip ?? 0;
	const { firstPageNumber } = paging;
	const page = async (index: number, extra: IDataObject = {}): Promise<ApiResponse> =>
		await client.send({
			...request,
			...(paging.isPage ? { accepts: paging.isPage } : {}),
			query: {
				...request.query,
				...extra,
				[paging.sizeParameter]: size,
				[paging.offsetParameter]:
					firstPageNumber === undefined ? start + index * size : firstPageNumber + index,
			},
		});
	const isLong = options.limit === undefined || options.limit > size;
	const first = await page(0, isLong ? paging.totalRequest : undefined);
	const total = paging.total?.(first);
	const isLast = (response: ApiResponse): boolean => {
		const rows = paging.rows(response);
		const isNews = collected.add(rows);
		if (rows.length < size || !isNews || collected.isFull) return true;
		const saysLast = paging.isLast?.(response);
		if (total === undefined) return saysLast === true;
		// A full page whose count and link disagree is not the end, and a count of just one page may only count that page.
		const read = start + collected.read;
		return read >= total && saysLast !== false && (saysLast === true || total !== size);
	};
	if (isLast(first)) return collected.rows;

	const known = total === undefined ? undefined : Math.ceil((total - start) / size);
	await readInOrder(page, isLast, 1, pagesWanted(known, options, size));
	return collected.rows;
}

function pageSize(paging: OffsetPaging, options: ListOptions): number {
	if (options.limit === undefined || options.keep) return paging.maxPageSize;
	return Math.max(1, Math.min(paging.maxPageSize, options.limit));
}

function pagesWanted(
	known: number | undefined,
	options: ListOptions,
	size: number,
): number | undefined {
	if (options.limit === undefined || options.keep) return known;
	const enough = Math.ceil(options.limit / size);
	return known === undefined ? enough : Math.min(known, enough);
}

/**
 * Keeps a few pages under way and hands them over in order until one says it is the last. Pages up to `expected` are
 * asked for ahead; beyond it one by one, because rows may have been added since the total was counted.
 */
export async function readInOrder(
	page: (index: number) => Promise<ApiResponse>,
	isLast: (response: ApiResponse) => boolean,
	from: number,
	expected: number | undefined,
): Promise<void> {
	const ahead: Array<Promise<ApiResponse>> = [];
	let next = from;
	const ask = () => {
		const asked = page(next++);
		// Its turn comes later: until then a refusal must not count as unhandled.
		asked.catch(() => undefined);
		ahead.push(asked);
	};
	const mayAskAhead = () => ahead.length < PAGES_IN_FLIGHT && next < (expected ?? Infinity);

	for (let index = from; index < MAX_PAGES; index++) {
		while (mayAskAhead()) ask();
		if (ahead.length === 0) ask();
		if (isLast(await (ahead.shift() as Promise<ApiResponse>))) return;
	}
}

/** Collects rows up to the limit, each once. */
export class RowCollector {
	readonly rows: IDataObject[] = [];

	private readonly seen = new Set<string | number>();

	/** The page before, for rows that nothing names. */
	private before = '';

	constructor(private readonly options: ListOptions) {}

	/** Different rows read so far, kept or not. */
	get read(): number {
		return this.seen.size;
	}

	get isFull(): boolean {
		return this.options.limit !== undefined && this.rows.length >= this.options.limit;
	}

	/** Whether a row was read before, kept or not. */
	has(row: IDataObject): boolean {
		const key = this.options.key(row);
		return key !== undefined && this.seen.has(key);
	}

	/** Returns whether the page held anything that was not there before. */
	add(page: IDataObject[]): boolean {
		let isNews = page.length === 0;
		if (this.isRepeated(page)) return false;
		for (const row of page) {
			const key = this.options.key(row);
			if (key !== undefined && this.seen.has(key)) continue;
			if (key !== undefined) this.seen.add(key);
			isNews = true;
			if (this.isFull || this.options.keep?.(row) === false) continue;
			this.rows.push(this.options.shape?.(row) ?? row);
		}
		return isNews;
	}

	/** Rows that nothing names cannot be told apart, but a page that comes twice can. */
	private isRepeated(page: IDataObject[]): boolean {
		if (page.length === 0 || this.options.key(page[0]) !== undefined) return false;
		const now = JSON.stringify(page);
		const isSame = now === this.before;
		this.before = now;
		return isSame;
	}
}
