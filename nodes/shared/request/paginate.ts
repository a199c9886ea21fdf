import type { IDataObject } from 'n8n-workflow';

import type { ListPage } from './listPage';
import { ListWalk } from './listWalk';
import type { ListPlace } from './pagesAhead';
import { RowCollector, type ListOptions } from './rowCollector';

/** The facts about a service's lists that reading them takes. */
export interface ListSource {
	/** Whether pages begin at a number of rows, or are numbered: those cannot overlap. */
	by: 'offset' | 'number';
	/** The most rows that one page can hold. */
	maxPageSize: number;
	/**
	 * One page.
	 * @throws NodeApiError for a response that is none
	 */
	read(place: ListPlace): Promise<ListPage>;
	/** False where a page past the end is refused. */
	mayAskBeyond?: boolean;
	/** Whether the total is wanted with the first page even if one page is all that is wanted. */
	alwaysCounts?: boolean;
	/** Whether rows can change places while the list is read, because it is sorted by something that changes. */
	mayReorder?: boolean;
	/**
	 * For lists in which new rows come last: whether the row was there at that moment of the service's clock, undefined
	 * where it does not tell. It spares lists of full pages the request that overlapping costs them.
	 */
	wasThere?(row: IDataObject, moment: number): boolean | undefined;
}

/** A list as it was read. */
export interface ReadList {
	rows: IDataObject[];
	/** How many rows the service counts and did not send; 0 for a list that came whole, or only as far as was wanted. */
	missing: number;
	/** The service says that the list goes on, and sends what it has sent before. */
	isStuck: boolean;
}

/** A list that changes under every reading is read so often at most. */
const MOST_READINGS = 3;

/**
 * Reads a list to the end that the service tells (`goesOn`), or as far as the user wants it: no row twice, and none lost
 * to rows that are deleted meanwhile. Pages that begin at an offset share a row, which shows that nothing moved; where one
 * does not begin with a known row, the reading steps back. What only a count can show is read once more.
 * @throws NodeApiError when a response is no page
 */
export async function readList(source: ListSource, options: ListOptions): Promise<ReadList> {
	const collected = new RowCollector(options);
	for (let reading = 1; ; reading++) {
		const walk = new ListWalk(source, options, collected, reading === 1);
		await walk.run();
		if (collected.isFull) return { rows: collected.rows, missing: 0, isStuck: false };
		if (!walk.isDoubtful || reading === MOST_READINGS) {
			return { rows: collected.rows, missing: walk.missing, isStuck: walk.isStuck };
		}
		collected.readAgain();
	}
}
