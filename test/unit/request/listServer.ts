import type { IDataObject } from 'n8n-workflow';

import type { ListPage } from '../../../nodes/shared/request/listPage';
import type { ListSource } from '../../../nodes/shared/request/listSource';
import { readList } from '../../../nodes/shared/request/paginate';
import type { ListPlace } from '../../../nodes/shared/request/pagesAhead';
import type { ListOptions } from '../../../nodes/shared/request/rowCollector';

/** What a page tells of the list's end. */
export type Tells = (told: { total: number; hasNext: boolean; place: ListPlace }) => {
	total?: number;
	hasNext?: boolean;
};

/** The ways in which services tell where a list ends. */
export const WAYS: Array<[string, Tells]> = [
	['the next page and the total', ({ total, hasNext }) => ({ total, hasNext })],
	['the next page alone', ({ hasNext }) => ({ hasNext })],
	['the total alone', ({ total }) => ({ total })],
	['the total when it is asked for', ({ total, place }) => (place.wantsTotal ? { total } : {})],
	['nothing', () => ({})],
	['the total, and no next page by mistake', ({ total }) => ({ total, hasNext: false })],
];

/** A service with one list: rows by ID, which stand for their age too. */
export interface ListServer {
	rows: number[];
	/** Rows of a page at most, however many are asked for. */
	shortest?: (page: number) => number;
	tells?: Tells;
	/** Runs before a page is cut: rows may come and go while the list is read. */
	beforePage?: (page: number) => void;
	by?: ListSource['by'];
	mayReorder?: boolean;
	/** IDs below it were there when the reading began. */
	newFrom?: number;
}

const NOW = 1_000_000;

/** The means to read the list with pages of ten. */
export function listOn(server: ListServer) {
	const places: ListPlace[] = [];
	const { by = 'offset', mayReorder, newFrom } = server;
	const read = async (place: ListPlace): Promise<ListPage> => {
		server.beforePage?.(places.length);
		const size = Math.min(place.size, server.shortest?.(places.length) ?? place.size);
		places.push(place);
		const { rows } = server;
		const from = by === 'offset' ? place.offset : place.page * place.size;
		const page = rows.slice(from, from + size).map((id): IDataObject => ({ id }));
		const told = { total: rows.length, hasNext: from + size < rows.length, place };
		const { tells = WAYS[3][1] } = server;
		return await Promise.resolve({
			rows: page,
			received: page.length,
			serverNow: NOW,
			...tells(told),
		});
	};
	const source: ListSource = {
		by,
		mayReorder,
		maxPageSize: 10,
		read,
		...(newFrom === undefined ? {} : { wasThere: ({ id }) => Number(id) < newFrom }),
	};
	return {
		places,
		read: async (wish: Partial<ListOptions> = {}) => {
			const list = await readList(source, { key: ({ id }) => String(id), ...wish });
			return { ...list, ids: list.rows.map(({ id }) => id) };
		},
	};
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
