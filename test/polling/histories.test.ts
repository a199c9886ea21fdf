import * as fc from 'fast-check';

import type { PollEvent } from '../../nodes/shared/polling';
import { PollSimulator, pollEngines } from '../support/pollSimulator';
import type { PollEngine } from '../support/pollSimulator';
import { apply, history } from '../support/pollSimulatorHistories';
import type { History } from '../support/pollSimulatorHistories';
import { triggerOver } from '../support/pollSimulatorNode';
import { SimulatedSource } from '../support/pollSimulatorSource';

const overlapMs = 10_000;
const creationToleranceMs = 2_000;
const runs = 30;

async function run(engine: PollEngine, story: History) {
	const { order, event, pageSize, maxRows, maxPages, skewMs, hasClock } = story;
	const source = new SimulatedSource({ order, event, pageSize, overlapMs, skewMs, hasClock });
	const nodeType = triggerOver(source, { event, maxRows, maxPages, creationToleranceMs });
	const n8n = await PollSimulator.create({ engine, nodeType });
	story.before.forEach((one) => apply(source, one));
	const beforeArming = source.records;
	const armedAt = source.now;
	await n8n.activate();

	for (const one of story.steps) {
		if (one.kind === 'change') apply(source, one.change);
		else if (one.kind === 'restart') await n8n.restart().catch(() => {});
		else {
			const queue = [...one.during];
			source.afterAnswer = () => queue.splice(0, 1).forEach((late) => apply(source, late));
			if (one.kind === 'fault') failAfter(source, one.after);
			await n8n.tick(one.kind === 'poll' ? one.crash : undefined).catch(() => {});
			source.afterAnswer = undefined;
			source.faults = [];
			source.now += 1_000;
		}
	}
	await comeToRest(n8n, source);
	return { n8n, source, beforeArming, armedAt };
}

function failAfter(source: SimulatedSource, answers: number): void {
	let left = answers;
	const happen = source.afterAnswer;
	const fail = () => source.faults.push(new Error('The service is not available'));
	if (left === 0) fail();
	source.afterAnswer = () => {
		happen?.();
		if (--left === 0) fail();
	};
}

/** Polls until nothing has come for so long that nothing more can. */
async function comeToRest(n8n: PollSimulator, source: SimulatedSource): Promise<void> {
	for (let quiet = 0; quiet < 30; ) {
		source.now += 15_000;
		const before = n8n.items.length;
		await n8n.tick();
		quiet = n8n.items.length === before ? quiet + (source.isAtEnd ? 8 : 1) : 0;
	}
}

const keyOf = (event: PollEvent) => (row: { id?: unknown; revision?: unknown }) =>
	event === 'created' ? String(row.id) : `${String(row.id)}@${String(row.revision)}`;

function tally(keys: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	keys.forEach((key) => counts.set(key, (counts.get(key) ?? 0) + 1));
	return counts;
}

/** The records whose last change has to have been reported. */
function expected(story: History, outcome: Awaited<ReturnType<typeof run>>): string[] {
	const { source, armedAt, beforeArming } = outcome;
	const old = new Set(beforeArming.map((record) => record.id));
	const changed = source.records.filter((record) => record.writtenAt > armedAt + 2_000);
	const wanted = changed.filter((record) => {
		if (story.event === 'created') return !old.has(record.id);
		if (story.event === 'createdOrUpdated') return true;
		return record.revision > 0 && record.changedAt - record.createdAt > creationToleranceMs;
	});
	if (story.event !== 'created') return wanted.map(keyOf(story.event));
	return source.records
		.filter((record) => record.createdAt > armedAt + 3_000)
		.map(keyOf(story.event));
}

/** Changes that were there, and to be seen, before the trigger was armed. */
function settledBefore(story: History, outcome: Awaited<ReturnType<typeof run>>): string[] {
	const { beforeArming, armedAt } = outcome;
	return beforeArming
		.filter((record) => record.visibleAt <= armedAt && record.changedAt <= armedAt - 4_000)
		.map(keyOf(story.event));
}

/** How many requests an idle poll takes once a few more polls have found nothing. */
async function settle({ n8n, source }: Awaited<ReturnType<typeof run>>): Promise<number> {
	let requests = 0;
	for (let polls = 0; polls < 20; polls++) {
		const before = source.requests;
		await n8n.tick();
		requests = source.requests - before;
	}
	return requests;
}

async function check(engine: PollEngine, story: History, isCalm: boolean): Promise<void> {
	const outcome = await run(engine, story);
	const delivered = outcome.n8n.items.map(keyOf(story.event));
	const counts = tally(delivered);
	const lost = new Set(outcome.n8n.lostItems.map(keyOf(story.event)));
	const missing = expected(story, outcome).filter((key) => !counts.has(key) && !lost.has(key));
	const repeated = isCalm ? delivered.filter((key) => (counts.get(key) ?? 0) > 1) : [];
	const early = settledBefore(story, outcome).filter((key) => counts.has(key));
	const idleRequests = await settle(outcome);
	const hasFuture = outcome.source.records.some(
		(record) => record.changedAt > outcome.source.now - overlapMs,
	);
	expect({
		missing,
		repeated,
		early,
		idle: idleRequests === 1 || hasFuture || !story.hasClock,
	}).toEqual({
		missing: [],
		repeated: [],
		early: [],
		idle: true,
	});
}

describe.each(pollEngines)('random histories under the engine "%s"', (engine) => {
	it('reports every change exactly once while nothing crashes', async () => {
		await fc.assert(
			fc.asyncProperty(history(false), async (story) => await check(engine, story, true)),
			{ numRuns: runs },
		);
	});

	it('reports every change at least once, or hands it to an n8n that loses it, through crashes', async () => {
		await fc.assert(
			fc.asyncProperty(history(true), async (story) => await check(engine, story, false)),
			{ numRuns: runs },
		);
	});
});
