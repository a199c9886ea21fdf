import type { IDataObject } from 'n8n-workflow';

import type { ListSource } from './listSource';
import { ListWalk } from './listWalk';
import { RowCollector, type ListOptions } from './rowCollector';

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
