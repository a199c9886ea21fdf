import { readByOffset } from '../../nodes/shared/polling';
import type { ChangeRow } from '../../nodes/shared/polling';

const toRow = (id: number): ChangeRow => ({
	id: String(id),
	changedAt: id,
	version: 'v',
	json: {},
});

/** Reads a whole list of ids by offset; `between` changes the list after each page. */
async function readAll(
	ids: number[],
	between: (page: number) => void = () => {},
	{ tells = true, most = 3 } = {},
) {
	const asked: number[] = [];
	const met = new Set<string>();
	let cursor: string | undefined;
	for (let page = 1; page === 1 || cursor !== undefined; page++) {
		const answer = await readByOffset(
			{
				order: 'id',
				pageSize: 3,
				read: async (skip, top) => {
					asked.push(skip);
					const rows = ids.slice(skip, skip + Math.min(top, most)).map(toRow);
					const told = tells ? { total: ids.length } : {};
					return { rows, received: rows.length, ...told };
				},
			},
			cursor,
		);
		answer.rows.forEach(({ id }) => met.add(id));
		cursor = answer.next;
		between(page);
	}
	return { met: [...met].map(Number), asked };
}

describe('reading by offset', () => {
	it('takes one request for a list shorter than a page', async () => {
		expect(await readAll([1, 2])).toEqual({ met: [1, 2], asked: [0] });
	});

	it.each([true, false])(
		'goes on after a short page, where the service tells of more or tells nothing (tells: %s)',
		async (tells) => {
			for (const most of [1, 2]) {
				const { met } = await readAll([1, 2, 3, 4, 5], undefined, { tells, most });
				expect(met).toEqual([1, 2, 3, 4, 5]);
			}
		},
	);

	it('begins each page with the last row of the page before', async () => {
		expect(await readAll([1, 2, 3, 4, 5, 6])).toEqual({
			met: [1, 2, 3, 4, 5, 6],
			asked: [0, 2, 4],
		});
	});

	it('steps back when rows before the offset have been deleted', async () => {
		const ids = [1, 2, 3, 4, 5, 6, 7];
		const { met, asked } = await readAll(ids, (page) => page === 1 && ids.splice(0, 2));
		expect(met).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(asked).toEqual([0, 2, 0, 2]);
	});

	it('needs no step back when the last row itself was deleted and others came before it', async () => {
		const ids = [2, 4, 6, 8, 9];
		const { met } = await readAll(ids, (page) => page === 1 && ids.splice(0, 3, 1, 2, 4));
		expect(met).toEqual(expect.arrayContaining([2, 4, 6, 8, 9]));
	});

	it('comes to an end on a list that is not in order', async () => {
		const { met } = await readAll([9, 8, 7, 6, 5, 4, 3, 2, 1]);
		expect(met).toHaveLength(9);
	});
});
