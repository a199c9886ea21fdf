import { RateSchedule } from '../../nodes/shared/request/rateSchedule';
import type { RateWindow } from '../../nodes/shared/request/types';
import { createRateJudge, type WindowKind } from './rateWindows';

/** Several processes that send to one account, in simulated time. */
export interface RateSimulation {
	window: RateWindow;
	/** How the server counts. */
	kind: WindowKind;
	/** Requests of each process; they are all there from the beginning. */
	requests: number[];
	/** When each process begins, ms; 0 unless said otherwise. */
	begins?: number[];
	/** From the arrival of a request to its answer, ms. */
	latencyMs: (random: () => number) => number;
	/** From the start of a request to its arrival; `place` counts the requests of the process. */
	travelMs: (random: () => number, place: number) => number;
	/** How late timers are, ms; up to two unless said otherwise. */
	timersLateMs?: (random: () => number) => number;
	seed: number;
}

export interface SimulatedRates {
	/** From the first start to the last arrival. */
	seconds: number;
	sent: number;
	refused: number;
	/** Moments at which the server let a request through. */
	accepted: number[];
	/** Moment at which each process was done. */
	ends: number[];
}

const MAX_IN_FLIGHT = 6;

const ITEMS_IN_FLIGHT = 8;

const RETRY_AFTER_MS = 1_000;

/** Numbers between 0 and 1 that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Runs everything to its end. */
export function simulateRates(simulation: RateSimulation): SimulatedRates {
	const { window, kind, requests, latencyMs, travelMs, seed } = simulation;
	const random = seededRandom(seed);
	const judge = createRateJudge(kind, window);
	const agenda = new Agenda();
	// Seconds of the clock begin somewhere within the first one.
	const began = Math.floor(random() * 1_000);
	agenda.now = began;
	const result: SimulatedRates = { seconds: 0, sent: 0, refused: 0, accepted: [], ends: [] };

	requests.forEach((count, process) => {
		const schedule = new RateSchedule([window], random);
		const under = { way: 0, work: 0 };
		let [left, queued, place] = [count, 0, 0];
		let wakesAt: number | undefined;
		const pump = () => {
			for (; under.work < ITEMS_IN_FLIGHT && left > 0; left--, queued++) under.work += 1;
			while (queued > 0 && under.way < schedule.inFlight(MAX_IN_FLIGHT)) {
				const readyAt = schedule.readyAt(agenda.now);
				if (readyAt > agenda.now) return wakeAt(readyAt);
				send();
			}
		};
		const wakeAt = (readyAt: number) => {
			if (wakesAt !== undefined && wakesAt <= readyAt) return;
			wakesAt = readyAt;
			const late = simulation.timersLateMs?.(random) ?? random() * 2;
			agenda.at(Math.ceil(readyAt) + late, () => {
				wakesAt = undefined;
				schedule.noteLate(late);
				pump();
			});
		};
		const send = () => {
			queued -= 1;
			under.way += 1;
			result.sent += 1;
			const sent = schedule.start(agenda.now);
			agenda.at(agenda.now + travelMs(random, place++), () => {
				const isAccepted = judge(agenda.now);
				if (isAccepted) result.accepted.push(agenda.now - began);
				agenda.at(agenda.now + latencyMs(random), () => {
					schedule.end(sent, agenda.now);
					under.way -= 1;
					if (isAccepted) finish();
					else refuse();
					pump();
				});
			});
		};
		const finish = () => {
			under.work -= 1;
			result.ends[process] = agenda.now - began;
		};
		const refuse = () => {
			result.refused += 1;
			schedule.refused(agenda.now, RETRY_AFTER_MS);
			agenda.at(agenda.now + RETRY_AFTER_MS, () => {
				queued += 1;
				pump();
			});
		};
		agenda.at(began + (simulation.begins?.[process] ?? 0), pump);
	});
	agenda.run();
	result.seconds = Math.max(...result.accepted) / 1_000;
	return result;
}

/** What happens, in the order of time. */
class Agenda {
	now = 0;

	private readonly entries: Array<{ at: number; action: () => void }> = [];

	at(at: number, action: () => void): void {
		const place = this.entries.findIndex((entry) => entry.at > at);
		this.entries.splice(place < 0 ? this.entries.length : place, 0, { at, action });
	}

	run(): void {
		for (let next = this.entries.shift(); next; next = this.entries.shift()) {
			this.now = Math.max(this.now, next.at);
			next.action();
		}
	}
}
