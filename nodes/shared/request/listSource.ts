import type { IDataObject } from 'n8n-workflow';

import type { ListPage } from './listPage';
import type { ListPlace } from './pagesAhead';

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
