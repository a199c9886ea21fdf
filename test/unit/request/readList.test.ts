import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { listOn, upTo, WAYS, type ListServer } from './listServer';

describe('a list', () => {
	it.each(WAYS)(
		'is complete, each row once, in order, when its pages tell %s',
		async (_way, tells) => {
			for (let count = 0; count <= 65; count++) {
				const { ids, missing, isStuck } = await listOn({ rows: upTo(count), tells }).read();
				expect([ids, missing, isStuck]).toEqual([upTo(count), 0, false]);
			}
		},
	);

	it.each(WAYS)(
		'is complete however short its pages are when they tell %s',
		async (_way, tells) => {
			await fc.assert(
				fc.asyncProperty(
					fc.integer({ min: 0, max: 70 }),
					fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 20 }),
					async (count, sizes) => {
						const server = {
							rows: upTo(count),
							shortest: (page: number) => sizes[page % sizes.length],
						};
						const { ids, missing } = await listOn({ ...server, tells }).read();
						expect([ids, missing]).toEqual([upTo(count), 0]);
					},
				),
			);
		},
	);

	it('is complete when the count is one of its first page only', async () => {
		const tells = () => ({ total: 10 });
		const { ids } = await listOn({ rows: upTo(34), tells }).read();
		expect(ids).toEqual(upTo(34));
	});

	it.each([0, 3, 9])(
		'goes on where a count of %i is less than what came with it',
		async (total) => {
			const { ids } = await listOn({ rows: upTo(34), tells: () => ({ total }) }).read();
			expect(ids).toEqual(upTo(34));
		},
	);

	it('stops at the limit', async () => {
		for (const limit of [1, 9, 10, 11, 19, 25, 40]) {
			const { read, places } = listOn({ rows: upTo(100) });
			expect(await read({ limit })).toMatchObject({ ids: upTo(limit), missing: 0 });
			expect(places.length).toBeLessThanOrEqual(Math.ceil((limit + 1) / 9));
			expect(places.every(({ size }) => size <= limit)).toBe(true);
		}
	});

	it('starts after the rows to skip', async () => {
		const { read } = listOn({ rows: upTo(30) });
		expect((await read({ skip: 25 })).ids).toEqual([25, 26, 27, 28, 29]);
	});

	it('counts only rows that are kept towards the limit', async () => {
		const { read } = listOn({ rows: upTo(100) });
		const { ids } = await read({ limit: 12, keep: ({ id }) => Number(id) % 2 === 1 });
		expect(ids).toEqual(upTo(24).filter((id) => id % 2 === 1));
	});

	it('keeps of each row what is asked for, and still knows rows by what they were', async () => {
		const { read } = listOn({ rows: upTo(25) });
		const shape = ({ id }: IDataObject) => ({ id: `row ${String(id)}` });
		expect((await read({ shape })).ids).toEqual(upTo(25).map((id) => `row ${id}`));
	});

	it('has rows that nothing names as often as they come', async () => {
		const { read } = listOn({ rows: upTo(35).map((id) => id % 3) });
		expect((await read({ key: () => undefined })).ids).toHaveLength(35);
	});

	it('tells how many rows are missing when fewer come than are counted', async () => {
		const tells: ListServer['tells'] = ({ hasNext }) => ({ hasNext, total: 40 });
		expect(await listOn({ rows: upTo(25), tells }).read()).toMatchObject({
			ids: upTo(25),
			missing: 15,
		});
	});

	it.each([
		['that it goes on', { hasNext: true }, true],
		['more rows', { total: 90 }, true],
		['nothing', {}, false],
	])(
		'ends on a server that sends the same page for ever and tells %s',
		async (_what, told, isStuck) => {
			const server: ListServer = { rows: [], tells: () => told };
			const list = listOn(server);
			server.beforePage = (page) => {
				server.rows = [...Array<number>(page * 10).fill(0), ...upTo(10), ...upTo(10)];
			};
			const read = await list.read({ keep: () => true });
			expect(read).toMatchObject({ ids: upTo(10), isStuck });
		},
	);
});

describe('a list that is counted', () => {
	it('takes no more requests than there are pages', async () => {
		for (const count of [10, 21, 40, 45]) {
			const { read, places } = listOn({ rows: upTo(count), newFrom: count });
			await read();
			expect([count, places.length]).toEqual([
				count,
				Math.ceil(count / 10) + (count === 10 ? 1 : 0),
			]);
		}
	});

	it('is counted once', async () => {
		const { read, places } = listOn({ rows: upTo(55), newFrom: 100 });
		await read();
		expect(places.filter(({ wantsTotal }) => wantsTotal)).toHaveLength(1);
	});

	it('costs one request more where its pages are full and nothing tells how old its rows are', async () => {
		const { read, places } = listOn({ rows: upTo(40) });
		await read();
		expect(places).toHaveLength(5);
	});
});

/** Changes a list while it is read, until its reader has had time to notice. */
function unrest(server: ListServer, change: (page: number) => void): void {
	server.beforePage = (page) => {
		if (page > 0) change(page);
	};
}

describe.each(WAYS)('a list that changes while it is read and tells %s', (_way, tells) => {
	const places = fc.array(fc.nat(60), { maxLength: 14 });

	it.each([60, 55, 61, 28])('loses none of %i rows when others are deleted', async (count) => {
		await fc.assert(
			fc.asyncProperty(places, fc.boolean(), async (deleted, hasAges) => {
				const server: ListServer = {
					rows: upTo(count),
					tells,
					...(hasAges ? { newFrom: 500 } : {}),
				};
				const gone = new Set<number>();
				unrest(server, (page) => {
					const place = deleted[page - 1];
					if (place !== undefined) server.rows.splice(place, 2).forEach((id) => gone.add(id));
				});
				const { ids } = await listOn(server).read();
				expect(new Set(ids).size).toBe(ids.length);
				const stayed = upTo(count).filter((id) => !gone.has(id));
				expect(ids).toEqual(expect.arrayContaining(stayed));
			}),
			{ numRuns: 30 },
		);
	});

	it('loses none when as many are added at its end as are deleted', async () => {
		await fc.assert(
			fc.asyncProperty(places, fc.boolean(), async (deleted, hasAges) => {
				const server: ListServer = { rows: upTo(60), tells, ...(hasAges ? { newFrom: 500 } : {}) };
				const gone = new Set<number>();
				unrest(server, (page) => {
					const place = deleted[page - 1];
					if (place === undefined) return;
					server.rows.splice(place, 1).forEach((id) => gone.add(id));
					server.rows.push(500 + page);
				});
				const { ids } = await listOn(server).read();
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids).toEqual(expect.arrayContaining(upTo(60).filter((id) => !gone.has(id))));
			}),
			{ numRuns: 30 },
		);
	});

	it('loses none when as many are added in front as are deleted', async () => {
		await fc.assert(
			fc.asyncProperty(places, fc.nat(3), async (deleted, added) => {
				const server: ListServer = { rows: upTo(60), tells };
				const gone = new Set<number>();
				unrest(server, (page) => {
					const place = deleted[page - 1];
					if (place === undefined) return;
					server.rows.splice(place, 1).forEach((id) => gone.add(id));
					server.rows.unshift(...upTo(added).map((id) => 1_000 + page * 10 + id));
				});
				const { ids } = await listOn(server).read();
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids).toEqual(expect.arrayContaining(upTo(60).filter((id) => !gone.has(id))));
			}),
			{ numRuns: 30 },
		);
	});
});

describe('a list sorted by what changes', () => {
	it('has the rows that jumped from its end to its front while it was read', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat(59), { minLength: 1, maxLength: 6 }), async (jumping) => {
				const server: ListServer = { rows: upTo(60), mayReorder: true, tells: WAYS[0][1] };
				unrest(server, (page) => {
					const id = jumping[page - 1];
					if (id === undefined) return;
					server.rows = [id, ...server.rows.filter((one) => one !== id)];
				});
				const { ids } = await listOn(server).read();
				expect([...ids].sort((a, b) => Number(a) - Number(b))).toEqual(upTo(60));
			}),
		);
	});

	it('comes to an end on a server without any order', async () => {
		const server: ListServer = { rows: upTo(60), mayReorder: true, tells: WAYS[0][1] };
		unrest(server, (page) => server.rows.sort((a, b) => ((a * page) % 7) - ((b * page) % 7)));
		const list = listOn(server);
		await list.read();
		expect(list.places.length).toBeLessThan(300);
	});
});

describe('a list by page numbers', () => {
	it.each(WAYS)('is complete when its pages tell %s', async (_way, tells) => {
		for (let count = 0; count <= 45; count++) {
			const server: ListServer = { rows: upTo(count), tells, by: 'number' };
			expect(await listOn(server).read()).toMatchObject({ ids: upTo(count), missing: 0 });
		}
	});

	it('is read again when its total falls, because pages cannot overlap', async () => {
		const server: ListServer = { rows: upTo(45), by: 'number', tells: WAYS[0][1] };
		unrest(server, (page) => {
			if (page === 2) server.rows.splice(3, 1);
		});
		const { ids } = await listOn(server).read();
		expect(ids).toEqual(expect.arrayContaining(upTo(45).filter((id) => id !== 3)));
		expect(new Set(ids).size).toBe(ids.length);
	});
});
