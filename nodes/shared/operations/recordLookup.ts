import type { IDataObject } from 'n8n-workflow';

import type { ApiResponse } from '../request/types';
import type { Match } from './matching';

/** Records of one kind, as a service lets them be looked up. A row is whatever it gives for one of them. */
export interface RecordLookup {
	/** The service, as users know it. */
	service: string;
	/** The kind of record, as users know it. */
	plural: string;
	/** Names the kind within the account. */
	collection: string;
	/** Asks for records whose field has exactly this value, `most` of them at most. */
	search(match: Match, most: number): Promise<ApiResponse>;
	/** The same for several values at once, where the service can. */
	searchAny?: {
		/** Whether a response has all rows there are. */
		isWhole(response: ApiResponse): boolean;
		ask(field: string, values: ReadonlyArray<Match['value']>): Promise<ApiResponse>;
	};
	/** Rows of a search's response; undefined if that is no search result at all. */
	rowsIn(response: ApiResponse): IDataObject[] | undefined;
	/** One record by its ID; undefined if there is none. */
	read(id: number | string): Promise<IDataObject | undefined>;
	idOf(row: IDataObject): unknown;
	valueOf(row: IDataObject, field: string): unknown;
}

/** A valid ID: a positive whole number, as number or text. Undefined for anything else. */
export function recordIdIn(lookup: RecordLookup, row: IDataObject): number | string | undefined {
	const id = lookup.idOf(row);
	if (typeof id === 'number') return Number.isSafeInteger(id) && id > 0 ? id : undefined;
	return typeof id === 'string' && /^0*[1-9]\d*$/.test(id) ? id : undefined;
}
