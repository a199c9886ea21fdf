import type { IDataObject } from 'n8n-workflow';

import { ListCount } from './listCount';
import { goesOn, type ListPage } from './listPage';
import { PagesAhead, type ListPlace } from './pagesAhead';
import type { ListSource } from './listSource';
import type { ListOptions, RowCollector } from './rowCollector';

/** A list longer than this many pages is taken for a server that repeats itself. */
const MOST_PAGES = 100_000;

/** So many pages in a row without anything new are a server that repeats itself. */
const MOST_STALE_PAGES = 2;

/** Steps back that any list may take, besides two for each of its pages; beyond, its rows have no order to rely on. */
const SPARE_STEPS = 20;

/** One reading of a list from its beginning to its end. */
export class ListWalk {
	/** Whether rows may have been missed in a way that only another reading can show. */
	isDoubtful = false;

	isStuck = false;

	/** Entries of the list up to the end of what was read. */
	private position: number;

	/** How far pages have reached at most: known rows are only a bad sign beyond it. */
	private furthest = 0;

	private readonly start: number;

	private readonly size: number;

	/** Rows that pages have in common. */
	private overlap = 0;

	/** Rows of a page as the server cuts them. */
	private stride = 0;

	private page = 0;

	private stale = 0;

	private stepsBack = 0;

	/** Set when a page brought less than it could: then a new count tells more than the old one. */
	private wantsTotal = false;

	/** The last row of the page before. */
	private last?: IDataObject;

	private readonly count = new ListCount();

	private readonly ahead: PagesAhead;

	/** @param isFirst whether it is the first reading of the list */
	constructor(
		private readonly source: ListSource,
		private readonly options: ListOptions,
		private readonly collected: RowCollector,
		private readonly isFirst: boolean,
	) {
		this.start = options.skip ?? 0;
		this.position = this.start;
		this.size = Math.max(1, Math.min(source.maxPageSize, this.wanted));
		this.ahead = new PagesAhead(
			async (place) => await source.read(place),
			(place) => this.expectedAfter(place),
		);
	}

	/** How many rows are counted and did not come. */
	get missing(): number {
		return this.count.missingAfter(this.start + this.collected.read);
	}

	/** Throws what the source throws. */
	async run(): Promise<void> {
		const place = this.firstPlace();
		const first = await this.source.read(place);
		if (!this.take(place, first)) return;
		this.planAfter(first);
		const isBare = this.overlap === 0 && this.canOverlap(first);
		if (!(await this.readOn())) this.isStuck = true;
		const { by, mayReorder } = this.source;
		if (isBare && !this.isUnmoved(first)) this.isDoubtful = true;
		if (by === 'number' && this.count.hasFallen) this.isDoubtful = true;
		if (mayReorder && (this.count.hasFallen || this.missing > 0)) this.isDoubtful = true;
	}

	/** Reads the pages behind the first one; false when there is no end to them. */
	private async readOn(): Promise<boolean> {
		for (let pages = 1; pages < MOST_PAGES; pages++) {
			const next = this.nextPlace();
			const page = await this.ahead.at(next);
			if (this.hasMoved(next, page)) this.stepBack(next);
			else if (!this.take(next, page)) return true;
		}
		return false;
	}

	/** Rows that are read before the reading can end. */
	private get wanted(): number {
		const { limit, keep } = this.options;
		return limit === undefined || keep ? Infinity : limit;
	}

	private get isComplete(): boolean {
		return this.count.total !== undefined && this.missing === 0;
	}

	/** Where the list ends as far as is known, or where no more of it is wanted. */
	private get expectedEnd(): number {
		return Math.min(this.count.total ?? Infinity, this.start + this.wanted);
	}

	/** Takes a page's rows and says whether the list goes on. */
	private take(place: ListPlace, page: ListPage): boolean {
		const { collected, source } = this;
		this.count.note(page);
		const isUntold = page.hasNext === undefined && this.count.total === undefined;
		const isNews = collected.add(this.rowsFromStart(place, page));
		const isNumbered = source.by === 'number';
		const end = isNumbered ? this.start + collected.read : place.offset + page.received;
		const isBehind = !isNumbered && end < this.furthest;
		this.position = end;
		this.furthest = Math.max(this.furthest, end);
		this.page = place.page;
		this.last = page.rows[page.rows.length - 1] ?? this.last;
		this.wantsTotal = page.received < place.size;
		if (isNews) this.stale = 0;
		else if (!isBehind) this.stale += 1;
		if (collected.isFull) return false;

		const { mayAskBeyond } = source;
		const edges = { offset: end - page.received, size: place.size, mayAskBeyond };
		const isOn = goesOn({ ...page, total: this.count.total }, edges);
		if (!isOn || this.stale < MOST_STALE_PAGES) return isOn;
		this.isStuck = !isUntold && !this.isComplete;
		return false;
	}

	/** Of a page that begins before the rows that were asked for, only what follows known rows is one of them. */
	private rowsFromStart({ offset }: ListPlace, { rows }: ListPage): IDataObject[] {
		if (offset >= this.start || this.source.by === 'number') return rows;
		const known = rows.findIndex((row) => this.collected.has(row));
		return known < 0 ? [] : rows.slice(known);
	}

	private canOverlap({ rows, received }: ListPage): boolean {
		const isNamed = rows.length > 0 && this.options.key(rows[0]) !== undefined;
		return this.source.by === 'offset' && isNamed && received > 1;
	}

	/** Pages share a row, unless that costs a request and the end of the list can show as well that nothing moved. */
	private planAfter(first: ListPage): void {
		this.stride = Math.min(this.size, first.received);
		if (!this.canOverlap(first)) return;
		const rows = this.expectedEnd - this.start;
		const isFree = Math.ceil((rows - 1) / (this.stride - 1)) <= Math.ceil(rows / this.stride);
		const isCounted = this.count.total !== undefined && this.options.limit === undefined;
		const canProve = isCounted && this.isFirst && this.wasThere(first) !== undefined;
		this.overlap = canProve && !isFree ? 0 : 1;
	}

	private firstPlace(): ListPlace {
		const isLong = this.wanted > this.size || this.source.alwaysCounts === true;
		return { offset: this.start, size: this.size, page: 0, wantsTotal: isLong };
	}

	private nextPlace(): ListPlace {
		if (this.source.by === 'number') return this.placeOf(this.page + 1);
		// A page that brought nothing but the shared row would bring it for ever.
		const isBare = this.stale > 0 && this.position === this.furthest;
		return this.placeAt(this.position - (isBare ? 0 : this.overlap), this.wantsTotal);
	}

	private placeOf(page: number): ListPlace {
		return { page, offset: page * this.stride, size: this.size, wantsTotal: this.wantsTotal };
	}

	private placeAt(offset: number, wantsTotal: boolean): ListPlace {
		const left = this.start + this.wanted - offset;
		const size = left > this.overlap ? Math.min(this.size, left) : this.size;
		return { page: 0, offset: Math.max(0, offset), size, wantsTotal };
	}

	/**
	 * The page to ask for while another is under way. Without shared rows the last page waits until all others have come:
	 * then what it holds shows where everything lay.
	 */
	private expectedAfter({ offset, page }: ListPlace): ListPlace | undefined {
		const end = this.expectedEnd;
		if (this.source.by === 'number') {
			const isKnown = this.count.total !== undefined && (page + 1) * this.stride < end;
			return isKnown ? this.placeOf(page + 1) : undefined;
		}
		const next = offset + this.stride - this.overlap;
		const isGuess = end === Infinity && this.stride < this.size;
		if (isGuess || this.stale > 0 || next + this.overlap >= end) return undefined;
		const isLast = next + this.stride >= end;
		return isLast && this.overlap === 0 ? undefined : this.placeAt(next, false);
	}

	/** Whether rows before this page went away since the page before was read. */
	private hasMoved({ offset }: ListPlace, { rows }: ListPage): boolean {
		if (this.overlap === 0 || offset === 0 || offset === this.position) return false;
		const [first] = rows;
		if (first && this.collected.has(first)) {
			if (this.source.mayReorder && !this.isLast(first)) this.isDoubtful = true;
			return false;
		}
		return this.stepsBack <= (2 * this.furthest) / this.stride + SPARE_STEPS;
	}

	private isLast(row: IDataObject): boolean {
		return this.last !== undefined && this.options.key(row) === this.options.key(this.last);
	}

	private stepBack({ offset }: ListPlace): void {
		this.stepsBack += 1;
		this.position = Math.max(0, offset - this.stride + 1) + this.overlap;
		this.stale = 0;
		this.wantsTotal = true;
	}

	/** Of a list in which new rows come last: whether the last that was counted was there when it was counted. */
	private isUnmoved({ serverNow, total }: ListPage): boolean {
		const isWhole = this.position === total && this.start + this.collected.read === total;
		return isWhole && !!this.last && this.wasThere({ rows: [this.last], serverNow }) === true;
	}

	private wasThere({ rows, serverNow }: Pick<ListPage, 'rows' | 'serverNow'>): boolean | undefined {
		return serverNow === undefined ? undefined : this.source.wasThere?.(rows[0], serverNow);
	}
}
