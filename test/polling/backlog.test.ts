import type { ChangeFeed, ChangeRow, FeedOrder } from '../../nodes/shared/polling';
import { PollSimulator } from '../support/pollSimulator';
import { triggerOver } from '../support/pollSimulatorNode';

const START = Date.UTC(2026, 2, 2, 9);
const MOST_STATE = 64 * 1024;

/** Rows that are there already, or come as time passes; pages of `pageSize`, each takes `pageMs`. */
function listOf({
	order,
	pageSize,
	pageMs,
	overlapMs,
}: {
	order: FeedOrder;
	pageSize: number;
	pageMs: number;
	overlapMs: number;
}) {
	const rows: ChangeRow[] = [];
	let now = START;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	/** Rows from a moment on, and after an ID: both rise, and IDs are places. */
	const since = (moment: number, id: number) => {
		let place = id;
		while (place < rows.length && rows[place].changedAt < moment) place += 1;
		return rows.slice(place, place + pageSize);
	};
	const feed: ChangeFeed = {
		order,
		overlapMs,
		now: async () => now,
		newest: async (limit) => rows.slice(-limit).reverse(),
		page: async (moment, cursor) => {
			now += pageMs;
			const page = since(moment, Number(cursor ?? 0));
			const next = page.length === pageSize ? page[page.length - 1].id : undefined;
			return { rows: page, next, serverNow: now };
		},
	};
	return {
		feed: () => feed,
		rows,
		now: () => now,
		pass: (ms: number) => void (now += ms),
		/** One more row, changed now. */
		add(changedAt = now) {
			const id = String(rows.length + 1);
			rows.push({ id, changedAt, version: `v${id}`, json: { id } });
		},
	};
}

afterEach(() => jest.restoreAllMocks());

const stateSize = ({ database }: PollSimulator): number =>
	JSON.stringify(database.readStaticData()).length;

describe.each<FeedOrder>(['ascending', 'id'])(
	'50,000 waiting changes, in a feed by %s',
	(order) => {
		it.each([
			{ maxRows: 500, pageMs: 100 },
			{ maxRows: 20_000, pageMs: 2_000 },
		])(
			'drain oldest first, at most $maxRows a poll and in the time it has ($pageMs ms a page)',
			async ({ maxRows, pageMs }) => {
				const list = listOf({ order, pageSize: 500, pageMs, overlapMs: 120_000 });
				for (let index = 0; index < 50_000; index++) list.add(START - 50_000_000 + index * 1_000);
				const n8n = await PollSimulator.create({
					engine: 'scheduler',
					nodeType: triggerOver(list, { event: 'createdOrUpdated', backlogSince: 1, maxRows }),
				});
				await n8n.activate();
				const sizes = [n8n.items.length];
				for (let polls = 0; sizes[sizes.length - 1] < 50_000 && polls < 200; polls++) {
					list.pass(60_000);
					const [begun, before] = [list.now(), n8n.items.length];
					await n8n.tick();
					expect(n8n.items.length - before).toBeLessThanOrEqual(maxRows);
					expect(list.now() - begun).toBeLessThan(36_000);
					expect(stateSize(n8n)).toBeLessThan(MOST_STATE);
					sizes.push(n8n.items.length);
				}
				expect(n8n.errors).toEqual([]);
				expect(n8n.items.map(({ id }) => id)).toEqual(list.rows.map(({ id }) => id));
			},
		);
	},
);

describe('10,000 changes an hour', () => {
	it.each([
		{ order: 'ascending' as const, overlapMs: 65 * 60_000, pageSize: 100 },
		{ order: 'id' as const, overlapMs: 120_000, pageSize: 500 },
	])('keep the state below 64 KB, looked back $overlapMs ms', async ({ pageSize, ...rest }) => {
		const list = listOf({ ...rest, pageSize, pageMs: 100 });
		const n8n = await PollSimulator.create({
			engine: 'memory',
			nodeType: triggerOver(list, { event: 'createdOrUpdated', maxPages: 60 }),
		});
		await n8n.activate();
		list.pass(5_000);
		let largest = 0;
		for (let minute = 0; minute < 90; minute++) {
			for (let made = 0; made < 167; made++) list.add();
			list.pass(60_000);
			await n8n.tick();
			largest = Math.max(largest, stateSize(n8n));
		}
		for (let more = 0; more < 5; more++) await n8n.tick();
		expect(n8n.items).toHaveLength(list.rows.length);
		expect(largest).toBeLessThan(MOST_STATE);
		expect(largest).toBeGreaterThan(100);
	});
});
