import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PollSimulator, type PollEngine } from '../support/pollSimulator';
import type { Change, History, Step } from './history';
import { keyFor, openStage, type Known, type Stage } from './stages';
import { beginAt, pass, virtualNow } from './virtualTime';

/** What became of the changes of one history. */
export interface Outcome {
	changes: number;
	/** Changes that another one followed before any poll could see them. */
	merged: number;
	delivered: number;
	/** Delivered more than once. */
	repeated: string[];
	/** Never delivered, although they should have been. */
	lost: string[];
	/** Handed over, and lost by an engine that saves state before the execution. */
	lostByEngine: number;
	/** Delivered although they were there before the activation. */
	early: string[];
}

/** A record's first change so soon after its creation belongs to it. */
const TOLERANCE_MS = 2_000;

/** What is written in the seconds around the activation may count as before or after. */
const AROUND_MS = 3_000;

/** As long as any trigger looks back, and some more. */
const REST_MS = 70 * 60_000;

function happen(stage: Stage, change: Change): void {
	const alive = stage.records.filter(({ goneAt }) => goneAt === undefined);
	const at = (index: number): Known | undefined => alive[index % Math.max(1, alive.length)];
	if (change.kind === 'wait') pass(change.ms);
	else if (change.kind === 'create') {
		for (let made = 0; made < change.count; made++) stage.create();
	} else if (change.kind === 'update') {
		const some = new Set(
			Array.from({ length: change.count }, (_, index) => at(change.pick + index)),
		);
		for (const record of some) if (record) stage.update(record);
	} else {
		const record = at(change.pick);
		if (!record) return;
		if (change.kind === 'delete') stage.remove(record);
		else if (stage.misdate) {
			stage.update(record);
			stage.misdate(record);
		}
	}
}

/** Lives through a history with the real trigger under one of n8n's engines. */
export async function live(engine: PollEngine, history: History): Promise<Outcome> {
	beginAt(history.startsAt);
	const stage = openStage(history.service, history.event);
	for (let made = 0; made < history.before; made++) stage.create();
	pass(60_000);
	const options: IDataObject = history.maxRows < 500 ? { maxRows: history.maxRows } : {};
	const n8n = await PollSimulator.create({
		engine,
		nodeType: stage.nodeType,
		parameters: { ...stage.parameters, options } as INodeParameters,
		credentials: stage.credentials as never,
		transport: async (request) => await stage.transport(request),
		hasTwin: history.hasTwin,
	});
	await n8n.activate();
	const activatedAt = virtualNow();
	const known = new Set(stage.records.map(({ id }) => id));
	pass(AROUND_MS + 1_000);
	for (const step of history.steps) await take(step, stage, n8n);
	await rest(n8n);
	return judge(history, { stage, n8n, activatedAt, known });
}

async function take(step: Step, stage: Stage, n8n: PollSimulator): Promise<void> {
	switch (step.kind) {
		case 'change':
			happen(stage, step.change);
			break;
		case 'poll': {
			const queue = [...step.during];
			stage.afterAnswer = () => {
				const next = queue.shift();
				if (next && next.kind !== 'wait') happen(stage, next);
			};
			await n8n.tick(step.crash).catch(() => {});
			stage.afterAnswer = undefined;
			break;
		}
		case 'fault':
			stage.faultAfter = step.after;
			await n8n.tick().catch(() => {});
			stage.faultAfter = undefined;
			break;
		case 'overlap':
			await Promise.all([n8n.tick(), n8n.tick()]);
			break;
		case 'restart':
			await n8n.restart();
			break;
		case 'republish':
			await n8n.republish();
			break;
		case 'rename':
			await n8n.rename(step.name);
			break;
		case 'swap':
			await n8n.swapCredential(step.id);
			break;
		case 'test run':
			await n8n.fetchTestEvent().catch(() => {});
	}
	pass(1_000);
}

/** Polls until nothing has come for so long that nothing more can. */
async function rest(n8n: PollSimulator): Promise<void> {
	const count = () => n8n.items.length + n8n.twinItems.length;
	for (let quiet = 0; quiet < 4; ) {
		const before = count();
		pass(quiet === 0 ? 60_000 : REST_MS / 2);
		await n8n.tick();
		quiet = count() === before ? quiet + 1 : 0;
	}
}

interface Lived {
	stage: Stage;
	n8n: PollSimulator;
	activatedAt: number;
	/** Records that were there at the activation. */
	known: Set<number>;
}

function judge(history: History, { stage, n8n, activatedAt, known }: Lived): Outcome {
	const { event } = history;
	const wanted = stage.records.filter((record) => isWanted(event, record, { activatedAt, known }));
	const keys = wanted.map(({ id, revision }) => keyFor(event, id, revision));
	const told = [n8n.items, ...(history.hasTwin ? [n8n.twinItems] : [])].map((items) =>
		items.map((item) => stage.keyOf(item)),
	);
	const forgiven = [n8n.lostItems, n8n.twinLostItems].map(
		(items) => new Set(items.map((item) => stage.keyOf(item))),
	);
	const lost = told.flatMap((delivered, index) => {
		const there = new Set(delivered);
		return keys.filter((key) => !there.has(key) && !forgiven[index].has(key));
	});
	const repeated = told.flatMap((delivered) =>
		delivered.filter((key, index) => delivered.indexOf(key) !== index),
	);
	const old = stage.records.filter(({ writtenAt }) => writtenAt < activatedAt - AROUND_MS);
	const early = old
		.map(({ id, revision }) => keyFor(event, id, revision))
		.filter((key) => event !== 'deleted' && told.some((delivered) => delivered.includes(key)));
	const delivered = told.reduce((sum, items) => sum + new Set(items).size, 0);
	const made = stage.records.reduce((sum, record) => sum + changesOf(event, record, known), 0);
	const changes = made * told.length;
	const lostByEngine = forgiven[0].size + forgiven[1].size;
	return {
		changes,
		merged: Math.max(0, changes - delivered - lost.length - lostByEngine),
		delivered,
		repeated,
		lost,
		lostByEngine,
		early,
	};
}

/** How many changes of a record there were for this event. */
function changesOf(event: Watched, record: Known, known: ReadonlySet<number>): number {
	if (event === 'deleted') return record.goneAt === undefined ? 0 : 1;
	const creation = known.has(record.id) ? 0 : 1;
	if (event === 'created') return creation;
	return record.revision + (event === 'createdOrUpdated' ? creation : 0);
}

type Watched = History['event'];

/** Whether the last state of a record must have been delivered. */
function isWanted(
	event: Watched,
	record: Known,
	{ activatedAt, known }: Pick<Lived, 'activatedAt' | 'known'>,
): boolean {
	if (event === 'deleted') return record.goneAt !== undefined && known.has(record.id);
	if (record.goneAt !== undefined) return false;
	if (event === 'created') return record.createdAt > activatedAt;
	if (record.writtenAt <= activatedAt) return false;
	return event === 'createdOrUpdated' || record.writtenAt - record.createdAt > 2 * TOLERANCE_MS;
}
