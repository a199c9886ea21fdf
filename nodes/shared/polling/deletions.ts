/** What a list tells of a record. */
export interface ListedRecord {
	id: number;
	/** What users know it by. */
	title?: string;
}

/** Answers about a list of records that comes by rising ID and tells how many there are. */
export interface RecordList {
	/** The most records in one answer. */
	pageSize: number;
	/**
	 * The end of the list in one request, from the last known record on.
	 *
	 * @param last the highest known ID; undefined when none is known
	 * @param count how many records are known
	 */
	tail(last: number | undefined, count: number): Promise<ListTail>;
	/**
	 * Whether a stretch of known records is still whole, in one small request.
	 *
	 * @param skip how many records of the list come before the stretch
	 */
	isWhole(stretch: Stretch, skip: number): Promise<boolean>;
	/**
	 * All records above `above` up to the last ID of a stretch of at most `pageSize - 1`, from one answer.
	 * Undefined: the list has moved while it was searched, so nothing can be said.
	 */
	between(stretch: Stretch, skip: number): Promise<ListedRecord[] | undefined>;
}

/** Known records that follow each other. */
export interface Stretch {
	/** The known ID before the first of them: everything above it belongs to the stretch. -1 at the beginning. */
	above: number;
	last: number;
	count: number;
}

export interface ListTail {
	/** Whether the known records are all there, as far as one answer can tell. */
	isIntact: boolean;
	/** Records behind the last known one, if the known ones are all there. */
	added: ListedRecord[];
	/** Whether nothing comes behind these. */
	isEnd: boolean;
}

/** What may be spent on one search. */
export interface SearchLimits {
	maxRequests: number;
	/** Most deletions to report. */
	maxRows: number;
	hasTime(): boolean;
}

/** What a search has found. */
export interface Search {
	/** IDs that are there, rising: everything known but what is gone, and what is new. */
	known: number[];
	/** IDs that are not there any more. */
	gone: number[];
	/** Records that were met, for their titles. */
	met: ListedRecord[];
	/** Whether the list was read to its end, so that what is known is all there is. */
	isComplete: boolean;
	requests: number;
	/** What the list threw. What was found before stands. */
	fault?: Error;
}

/** Thrown inside a search to end it: what was found before stands. */
class Stop extends Error {}

/**
 * Finds what is missing in a list. Without a deletion it takes one request; each deletion among n records is found by
 * halving, in about log2(n / pageSize) small requests and one page. A record only counts as gone if one and the same
 * answer has what comes before and after it, so records that move while the list is searched are never reported.
 *
 * @param known rising IDs of the records that were there
 * @param audit index of a known record whose page is looked at besides, for deletions that something restored hides
 */
export async function findDeletions(
	known: readonly number[],
	list: RecordList,
	limits: SearchLimits,
	audit?: number,
): Promise<Search> {
	const hunt = new Hunt([...known], list, limits);
	try {
		await hunt.run(audit);
	} catch (error) {
		if (!(error instanceof Stop)) hunt.found.fault = error as Error;
	}
	return hunt.result();
}

class Hunt {
	readonly found: Search;

	private readonly gone = new Set<number>();

	private readonly added = new Set<number>();

	constructor(
		private readonly known: number[],
		private readonly list: RecordList,
		private readonly limits: SearchLimits,
	) {
		this.found = { known, gone: [], met: [], isComplete: false, requests: 0 };
	}

	async run(audit?: number): Promise<void> {
		const { known } = this;
		if (!(await this.readTail()) && known.length > 0) {
			await this.search(0, known.length, 0, true);
			this.applySoFar();
			await this.readTail();
			return;
		}
		if (audit !== undefined && audit < known.length) await this.audit(audit);
	}

	result(): Search {
		this.applySoFar();
		return this.found;
	}

	private applySoFar(): void {
		const { known, gone, added } = this;
		if (gone.size === 0 && added.size === 0) return;
		const rest = known.filter((id) => !gone.has(id));
		for (const id of added) rest.push(id);
		rest.sort((a, b) => a - b);
		known.length = 0;
		for (const id of rest) known.push(id);
		gone.clear();
		added.clear();
	}

	private spend(): void {
		const { found, limits } = this;
		if (found.requests >= limits.maxRequests || !limits.hasTime()) throw new Stop();
		if (found.gone.length >= limits.maxRows) throw new Stop();
		found.requests += 1;
	}

	/** Reads what is new, to the end. False when something known is missing. */
	private async readTail(): Promise<boolean> {
		const { known, found } = this;
		for (;;) {
			this.spend();
			const tail = await this.list.tail(known[known.length - 1], known.length);
			if (!tail.isIntact) return false;
			for (const record of tail.added) {
				known.push(record.id);
				found.met.push(record);
			}
			found.isComplete = tail.isEnd;
			if (tail.isEnd || tail.added.length === 0) return true;
		}
	}

	/**
	 * Searches the known records from `from` up to, not including, `to`.
	 *
	 * @param skip how many records of the list come before
	 * @param isBroken whether it is known already that something is missing
	 * @returns how many records of the list come before `to`
	 */
	private async search(from: number, to: number, skip: number, isBroken: boolean): Promise<number> {
		const count = to - from;
		const stretch = this.stretch(from, to);
		if (!isBroken) {
			this.spend();
			if (await this.list.isWhole(stretch, skip)) return skip + count;
		}
		if (count < this.list.pageSize) return skip + (await this.compare(from, to, skip));
		const middle = from + Math.floor(count / 2);
		const reached = await this.search(from, middle, skip, false);
		const isLeftWhole = reached - skip === middle - from;
		return await this.search(middle, to, reached, isBroken && isLeftWhole);
	}

	/** Compares a short stretch with what is there. Returns how many records are there. */
	private async compare(from: number, to: number, skip: number): Promise<number> {
		this.spend();
		const there = await this.list.between(this.stretch(from, to), skip);
		if (!there) throw new Stop();
		const present = new Set(there.map(({ id }) => id));
		const expected = this.known.slice(from, to);
		const expectedIds = new Set(expected);
		for (const id of expected) {
			if (present.has(id)) continue;
			if (this.found.gone.length >= this.limits.maxRows) throw new Stop();
			this.found.gone.push(id);
			this.gone.add(id);
		}
		for (const record of there) {
			this.found.met.push(record);
			if (!expectedIds.has(record.id)) this.added.add(record.id);
		}
		return there.length;
	}

	/** Looks at one page in the middle although nothing seems to be missing. */
	private async audit(index: number): Promise<void> {
		const from = Math.floor(index / this.span) * this.span;
		await this.compare(from, Math.min(from + this.span, this.known.length), from);
	}

	private get span(): number {
		return Math.max(1, this.list.pageSize - 1);
	}

	private stretch(from: number, to: number): Stretch {
		return { above: this.known[from - 1] ?? -1, last: this.known[to - 1], count: to - from };
	}
}
