import type { IDataObject } from 'n8n-workflow';

import { searchedRows } from '../../../nodes/shared/operations/jointSearch';
import type { RecordLookup } from '../../../nodes/shared/operations/recordLookup';
import type { ApiClient } from '../../../nodes/shared/request/client';
import type { ApiResponse } from '../../../nodes/shared/request/types';

const response = (body: unknown): ApiResponse =>
	({ status: 200, headers: {}, body }) as unknown as ApiResponse;

const row = (id: number, email: string): IDataObject => ({ id, email });

/** A service whose joint search gives what `joint` makes of the rows that it should give. */
function service(rows: IDataObject[], joint: (right: IDataObject[]) => unknown = (right) => right) {
	const asked: string[] = [];
	const has = (values: readonly unknown[]) => rows.filter(({ email }) => values.includes(email));
	const lookup: RecordLookup = {
		service: 'Service',
		plural: 'contacts',
		collection: 'contacts',
		search: async ({ value }) => {
			asked.push(String(value));
			return await Promise.resolve(response(has([value])));
		},
		searchAny: {
			isWhole: ({ body }) => Array.isArray(body) && body.length < 10,
			ask: async (_, values) => {
				asked.push(values.join('+'));
				return await Promise.resolve(response(joint(has(values))));
			},
		},
		rowsIn: ({ body }) => (Array.isArray(body) ? (body as IDataObject[]) : undefined),
		read: async () => await Promise.resolve(undefined),
		idOf: ({ id }) => id,
		valueOf: (one, field) => one[field],
	};
	const client = {} as ApiClient;
	const ids = async (...values: string[]) =>
		await Promise.all(
			values.map(async (value) =>
				(await searchedRows(client, lookup, { field: 'email', value }))?.map(({ id }) => id),
			),
		);
	return { asked, ids, lookup };
}

const ROWS = [row(1, 'a'), row(2, 'b'), row(3, 'c'), row(4, 'b')];

describe('searches of items that run side by side', () => {
	it('gather while one is under way, and each item gets its own rows', async () => {
		const { asked, ids } = service(ROWS);
		expect(await ids('a', 'b', 'c', 'none')).toEqual([[1], [2, 4], [3], []]);
		expect(asked).toEqual(['a', 'b+c+none']);
	});

	it('are asked alone when there is one at a time', async () => {
		const { asked, ids } = service(ROWS);
		for (const value of ['a', 'b', 'c']) await ids(value);
		expect(asked).toEqual(['a', 'b', 'c']);
	});

	it('stay single where the service cannot search for several values', async () => {
		const { asked, ids, lookup } = service(ROWS);
		delete lookup.searchAny;
		expect(await ids('a', 'b', 'c')).toEqual([[1], [2, 4], [3]]);
		expect(asked).toEqual(['a', 'b', 'c']);
	});

	it('come in groups that fit into an address', async () => {
		const { asked, ids } = service(ROWS);
		await ids(...Array.from({ length: 42 }, (_, place) => `x${place}`));
		expect(asked.map((values) => values.split('+').length)).toEqual([1, 20, 20, 1]);
	});
});

describe.each<[string, (right: IDataObject[]) => unknown]>([
	['no list', () => ({ message: 'odd' })],
	['rows that nobody asked for', (right) => [...right, row(9, 'other')]],
	[
		'a refusal',
		() => {
			throw new Error('400 bad filter');
		},
	],
])('a joint search that is answered with %s', (_, joint) => {
	it('is asked again one by one, and not tried again in this run', async () => {
		const { asked, ids } = service(ROWS, joint);
		expect(await ids('a', 'b', 'c')).toEqual([[1], [2, 4], [3]]);
		expect(asked).toEqual(['a', 'b+c', 'b', 'c']);
		expect(await ids('a', 'b', 'c')).toEqual([[1], [2, 4], [3]]);
		expect(asked.slice(4)).toEqual(['a', 'b', 'c']);
	});
});

it('a joint search whose list may go on is asked again one by one, as rows of some values may be missing', async () => {
	const many = Array.from({ length: 10 }, (_, place) => row(place, 'b'));
	const { asked, ids } = service([...many, row(20, 'c')], (right) => right.slice(0, 10));
	expect((await ids('a', 'b', 'c')).map((found) => found?.length)).toEqual([0, 10, 1]);
	expect(asked).toEqual(['a', 'b+c', 'b', 'c']);
});

it('an item whose own search fails meets its own error', async () => {
	const { ids, lookup } = service(ROWS, () => ({}));
	const { search } = lookup;
	lookup.search = async (match, most) => {
		if (match.value === 'b') throw new Error('b is refused');
		return await search(match, most);
	};
	await expect(ids('a', 'b', 'c')).rejects.toThrow('b is refused');
	expect(await ids('a', 'c')).toEqual([[1], [3]]);
});
