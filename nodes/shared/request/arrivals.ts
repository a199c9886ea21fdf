/** A request on its way, or one that has been answered. */
export interface Sent {
	readonly startedAt: number;
	/** Whether it went over a connection that was open already. */
	readonly isWarm: boolean;
	/** The most by which it can have arrived later than usual, ms. */
	readonly travelMs: number;
	/** Latest moment at which it can have reached the server; unknown while it is under way. */
	arrivedBy?: number;
}

/** How many of the latest requests tell how long an answer usually takes. */
const LATENCY_SAMPLES = 50;

/** The first requests open connections: until so many were answered, each counts from its end. */
const WARM_UP_SAMPLES = 10;

/** On open connections, requests do not differ by more than this on their way to the server. */
const TRAVEL_MS = 100;

/** A request takes several turns of a process to leave; each may be as late as the timers are. */
const TURNS = 5;

const MOST_TRAVEL_MS = 1_000;

/** How fast it is forgotten that timers were late, for each request. */
const FORGETTING = 0.95;

/** Requests do not overtake more than so many others on their way. */
const OVERTAKING = 8;

/**
 * When the latest requests have reached the server. A server counts them then, and some travel longer than others: those
 * that open a connection, and those that left while this process was busy. What cannot be seen is taken at its latest.
 */
export class Arrivals {
	private readonly sent: Sent[] = [];

	private readonly latencies: number[] = [];

	private timersLateMs = 0;

	/** Requests that have been answered, up to the number that matters. */
	get answered(): number {
		return this.latencies.length;
	}

	/** A timer was late by so much: this process, or the whole machine, is busy. */
	noteLate(ms: number): void {
		this.timersLateMs = Math.max(ms, this.timersLateMs);
	}

	start(now: number): Sent {
		this.timersLateMs *= FORGETTING;
		const sent: Sent = {
			startedAt: now,
			isWarm: this.latencies.length >= WARM_UP_SAMPLES,
			travelMs: Math.min(TRAVEL_MS + TURNS * this.timersLateMs, MOST_TRAVEL_MS),
		};
		this.sent.push(sent);
		return sent;
	}

	/**
	 * An answer that took longer than usual may have been under way longer: it counts as late by the difference. Usual is
	 * the lower quartile, because the shortest time of all says more about the server than about the way.
	 */
	end(sent: Sent, now: number): void {
		this.latencies.push(now - sent.startedAt);
		if (this.latencies.length > LATENCY_SAMPLES) this.latencies.shift();
		const late = now - sent.startedAt - this.usualLatency();
		sent.arrivedBy = sent.isWarm
			? sent.startedAt + Math.min(Math.max(0, late), sent.travelMs)
			: now;
	}

	/** Latest arrival of the request before which exactly `count - 1` newer ones were sent; undefined: there is none. */
	nthNewest(count: number, now: number): number | undefined {
		const place = this.sent.length - count;
		if (place < 0) return undefined;
		const from = Math.max(0, place - OVERTAKING);
		const near = this.sent.slice(from, place + OVERTAKING + 1).map((sent) => latest(sent, now));
		return near.sort((a, b) => a - b)[place - from];
	}

	/** Requests that can have arrived within the `ms` before the newest answer left. */
	within(ms: number, now: number): number {
		const longest = Math.max(0, ...this.latencies.slice(-WARM_UP_SAMPLES));
		const since = now - longest - ms;
		let count = 0;
		for (let place = this.sent.length - 1; place >= 0; place--) {
			if (this.sent[place].startedAt < since) break;
			count += 1;
		}
		return count;
	}

	/** Drops what no window of `longestMs` counts any more. */
	forget(longestMs: number, now: number): void {
		let old = 0;
		while (old < this.sent.length && now - latest(this.sent[old], now) > longestMs) old += 1;
		if (old > 0) this.sent.splice(0, old);
	}

	private usualLatency(): number {
		const sorted = [...this.latencies].sort((a, b) => a - b);
		return sorted[Math.floor(sorted.length / 4)];
	}
}

const latest = ({ startedAt, isWarm, travelMs, arrivedBy }: Sent, now: number): number =>
	arrivedBy ?? (isWarm ? startedAt + travelMs : now);
