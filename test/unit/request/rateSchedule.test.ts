import { windowKinds, type WindowKind } from '../../support/rateWindows';
import {
	simulateRates,
	type RateSimulation,
	type SimulatedRates,
} from '../../support/rateSimulation';

const TEN_A_SECOND = { requests: 10, perMs: 1_000 };

const SEEDS = [1, 2, 3, 4, 5, 6];

type Way = Pick<RateSimulation, 'latencyMs' | 'travelMs' | 'timersLateMs'>;

/** Answers take 150 ms. What differs is the way of the requests. */
const WAYS: Record<string, Way> = {
	'travel alike': { latencyMs: () => 150, travelMs: () => 1 },
	'travel longer at first': {
		latencyMs: () => 150,
		travelMs: (random, place) => (place < 6 ? 120 : 3) + random() * 5,
	},
	'are held up now and then': {
		latencyMs: () => 150,
		travelMs: (random) => (random() < 0.03 ? 100 : 2),
	},
	'travel for 5 to 40 ms': { latencyMs: () => 150, travelMs: (random) => 5 + random() * 35 },
};

const runAll = (kind: WindowKind, requests: number[], way: Way, begins?: number[]) =>
	SEEDS.map((seed) =>
		simulateRates({ window: TEN_A_SECOND, kind, requests, begins, seed, ...way }),
	);

/** The strictest server needs so long for so many, whenever its second begins. */
const floorSeconds = (requests: number): number => (requests - 10) / 10;

const sum = (results: SimulatedRates[], figure: 'sent' | 'refused'): number =>
	results.reduce((total, result) => total + result[figure], 0);

describe.each(windowKinds)('one process, against a server that counts in a %s window', (kind) => {
	it.each(Object.entries(WAYS))('has nothing refused when requests %s', (_, way) => {
		expect(sum(runAll(kind, [500], way), 'refused')).toBe(0);
	});

	it.each(Object.entries(WAYS))('is within 1.07 of the least time when requests %s', (_, way) => {
		const longest = Math.max(...runAll(kind, [500], way).map(({ seconds }) => seconds));
		expect(longest / floorSeconds(500)).toBeLessThan(1.07);
	});
});

it('a process on a busy machine, where requests leave up to 300 ms late, has next to nothing refused', () => {
	const busy: Way = {
		latencyMs: () => 150,
		travelMs: (random) => (random() < 0.2 ? random() * 300 : 2),
		timersLateMs: (random) => random() * 60,
	};
	const results = runAll('sliding', [300], busy);
	expect(sum(results, 'refused') / sum(results, 'sent')).toBeLessThan(0.002);
});

const NEARLY_ALIKE: Way = {
	latencyMs: (random) => 140 + random() * 20,
	travelMs: (random) => 2 + random() * 6,
};

describe.each(windowKinds)('three processes on one account, in a %s window', (kind) => {
	const together = runAll(kind, [500, 500, 500], NEARLY_ALIKE);
	const oneByOne = runAll(kind, [500, 500, 500], NEARLY_ALIKE, [0, 7_000, 15_000]);

	it('have less than 2 % refused', () => {
		for (const results of [together, oneByOne]) {
			expect(sum(results, 'refused') / sum(results, 'sent')).toBeLessThan(0.02);
		}
	});

	it('get more than 90 % of the limit while all of them have something to send', () => {
		for (const { accepted, ends } of together) {
			const first = Math.min(...ends);
			const passed = accepted.filter((moment) => moment <= first).length;
			expect(passed / (first / 1_000) / 10).toBeGreaterThan(0.9);
		}
	});

	it('lose nothing and send nothing twice', () => {
		for (const { accepted, sent, refused } of [...together, ...oneByOne]) {
			expect(accepted).toHaveLength(1_500);
			expect(sent - refused).toBe(1_500);
		}
	});
});

it.each(windowKinds)(
	'a process that is alone again has the whole limit back within three minutes, in a %s window',
	(kind) => {
		for (const { accepted, ends } of runAll(kind, [3_500, 100], NEARLY_ALIKE)) {
			const from = ends[1] + 180_000;
			const passed = accepted.filter((moment) => moment > from && moment <= from + 30_000);
			expect(passed.length).toBeGreaterThanOrEqual(270);
		}
	},
);
