import type { ListPage } from './listPage';

/** One page of a list as it is asked for. */
export interface ListPlace {
	/** Entries before it. */
	offset: number;
	/** Entries asked for. */
	size: number;
	/** Its number, counted from zero. */
	page: number;
	/** Whether the total is wanted with it: counting costs some services time. */
	wantsTotal: boolean;
}

/** Pages asked for at once. */
const PAGES_IN_FLIGHT = 4;

/** So often a list may turn out to go on elsewhere than expected; then its pages are read one by one. */
const MOST_MISSES = 3;

interface Asked {
	place: ListPlace;
	page: Promise<ListPage>;
}

const isSame = (a: ListPlace, b: ListPlace): boolean => a.page === b.page && a.offset === b.offset;

/** Asks for pages before their turn, as long as they turn out to lie where they were expected. */
export class PagesAhead {
	private asked: Asked[] = [];

	private misses = 0;

	/** @param after the page that is expected behind another one; undefined when none is sure to be there */
	constructor(
		private readonly read: (place: ListPlace) => Promise<ListPage>,
		private readonly after: (place: ListPlace) => ListPlace | undefined,
	) {}

	/** The page of a place, and others behind it under way. Throws what `read` throws. */
	async at(place: ListPlace): Promise<ListPage> {
		if (this.asked.length > 0 && !isSame(this.asked[0].place, place)) {
			this.asked = [];
			this.misses += 1;
		}
		if (this.asked.length === 0) this.ask(place);
		while (this.misses <= MOST_MISSES && this.asked.length < PAGES_IN_FLIGHT) {
			const next = this.after(this.asked[this.asked.length - 1].place);
			if (!next) break;
			this.ask(next);
		}
		return await (this.asked.shift() as Asked).page;
	}

	private ask(place: ListPlace): void {
		const page = this.read(place);
		// Its turn comes later: until then a refusal must not count as unhandled.
		page.catch(() => undefined);
		this.asked.push({ place, page });
	}
}
