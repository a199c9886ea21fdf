import type { INodeParameters } from 'n8n-workflow';

import { PollSimulator, type PollEngine } from '../support/pollSimulator';
import type { Change, History, Step } from './history';
import { AROUND_MS, judge, type Lived, type Outcome } from './judge';
import { openStage, type Form, type Known, type Stage } from './stages';
import { beginAt, pass, setClock, virtualNow } from './virtualTime';

/** As long as any trigger looks back, and some more. */
const REST_MS = 70 * 60_000;

/** A trigger that has handed out nothing for so many polls has come to rest. */
const QUIET_POLLS = 4;

/** One that goes on for longer never does. */
const MOST_POLLS = 300;

/** More than a page of records is too much for a history where pages are large. */
const LARGEST_IMPORT = 160;

/** A history while it is lived. */
interface Life {
	engine: PollEngine;
	history: History;
	n8n: PollSimulator;
	stage: Stage;
	form: Form;
	/** Since when changes count. */
	activatedAt: number;
	/** Records that were there at the activation. */
	known: Set<number>;
	/** What had been handed out before, to another account's trigger. */
	earlier: Lived['earlier'];
}

/** Lives through a history with the real trigger under one of n8n's engines. */
export async function live(engine: PollEngine, history: History): Promise<Outcome> {
	beginAt(history.startsAt);
	const { event, isWatching, maxRows, zone, hasTwin } = history;
	const form = { event, isWatching, maxRows, zone, isFiltered: false };
	const stage = filledStage(history);
	const life: Life = { engine, history, stage, form } as Life;
	life.n8n = await PollSimulator.create({
		engine,
		nodeType: stage.nodeType,
		parameters: stage.parameters(form),
		credentials: stage.credentials as never,
		transport: async (request) => await life.stage.transport(request),
		hasTwin,
	});
	await activate(life);
	for (const step of history.steps) {
		await take(step, life);
		pass(1_000);
	}
	const isAtRest = await rest(life);
	return judge(history, { ...life, isAtRest });
}

function filledStage({ service, event, zone, before }: History): Stage {
	const stage = openStage(service, event, zone);
	for (let made = 0; made < before; made++) stage.create();
	pass(60_000);
	return stage;
}

async function activate(life: Life): Promise<void> {
	const { n8n } = life;
	life.earlier = {
		items: [n8n.items.length, n8n.twinItems.length],
		lost: [n8n.lostItems.length, n8n.twinLostItems.length],
		unsaved: [n8n.unsavedItems.length, n8n.twinUnsavedItems.length],
	};
	await n8n.activate();
	life.activatedAt = virtualNow();
	life.known = new Set(life.stage.records.map(({ id }) => id));
	pass(AROUND_MS + 1_000);
}

async function take(step: Step, life: Life): Promise<void> {
	const { n8n, stage, form } = life;
	switch (step.kind) {
		case 'change':
			return happen(stage, step.change);
		case 'poll':
			return await meanwhile(stage, step.during, async () => await n8n.tick(step.crash));
		case 'fault': {
			const { how, after, count, during } = step;
			stage.fault = { how, after, count };
			await meanwhile(stage, during, async () => await n8n.tick());
			stage.fault = undefined;
			return;
		}
		case 'overlap':
			await Promise.all([n8n.tick(), n8n.tick()]);
			return;
		case 'restart':
			return await n8n.restart();
		case 'republish':
			return await n8n.republish();
		case 'off and on':
			for (const change of step.during) happen(stage, change);
			return await n8n.activate();
		case 'rename':
			return await n8n.rename(step.name);
		case 'swap':
			return await n8n.swapCredential(step.id);
		case 'filter':
			form.isFiltered = step.isOn;
			return await configured(n8n, stage.parameters(form));
		case 'event':
			form.event = step.event;
			return await configured(n8n, stage.parameters(form));
		case 'move':
			return await move(life);
		case 'clock':
			return setClock(step.whose, step.to * (step.whose === 'n8n' ? 1 : stage.lookBackMs));
		case 'test run':
			await n8n.fetchTestEvent().catch(() => {});
	}
}

async function configured(n8n: PollSimulator, parameters: INodeParameters): Promise<void> {
	n8n.configure(parameters);
	await n8n.republish();
}

/** The credential is changed to another account, whose records have nothing to do with those before. */
async function move(life: Life): Promise<void> {
	life.stage = filledStage(life.history);
	life.n8n.changeCredentials(life.stage.credentials as never);
	await activate(life);
}

/** Runs a poll during which changes happen, one after each answer. */
async function meanwhile(
	stage: Stage,
	during: readonly Change[],
	poll: () => Promise<void>,
): Promise<void> {
	const queue = [...during];
	stage.afterAnswer = () => {
		const next = queue.shift();
		if (next && next.kind !== 'wait') happen(stage, next);
	};
	await poll();
	stage.afterAnswer = undefined;
}

function happen(stage: Stage, change: Change): void {
	const shown = stage.records.filter(({ isHidden }) => !isHidden);
	const alive = shown.filter(({ goneAt }) => goneAt === undefined);
	const among = (records: Known[], index: number) => records[index % Math.max(1, records.length)];
	const one = 'pick' in change ? among(alive, change.pick) : undefined;
	switch (change.kind) {
		case 'wait':
			return pass(change.ms);
		case 'create':
			for (let made = 0; made < change.count; made++) stage.create();
			return;
		case 'import': {
			const count = Math.min(LARGEST_IMPORT, change.pages * stage.pageSize + 1);
			for (let made = 0; made < count; made++) stage.create();
			return;
		}
		case 'update': {
			const places = Array.from({ length: change.count }, (_, index) => change.pick + index);
			const some = new Set(places.map((place) => among(alive, place)));
			for (const record of some) if (record) stage.update(record);
			return;
		}
		case 'create late':
			return stage.createLate(change.share * stage.lookBackMs);
		case 'restore': {
			const gone = shown.filter(({ goneAt }) => goneAt !== undefined);
			const record = among(gone, change.pick);
			if (record) stage.restore(record);
			return;
		}
	}
	if (!one) return;
	if (change.kind === 'update late') stage.updateLate(one, change.share * stage.lookBackMs);
	else if (change.kind === 'touch') stage.touch(one);
	else if (change.kind === 'misdate') misdate(stage, one);
	else stage.remove(one);
}

/** Where the service does not tell its clock, three records of the future show that it is this machine's that is wrong. */
function misdate(stage: Stage, record: Known): void {
	const others = stage.records.filter((one) => one !== record && one.isMisdated);
	if (stage.hasClock || others.length < 2) stage.misdate(record);
}

/** Polls until nothing has come for so long that nothing more can. Whether that was reached, without an error at the end. */
async function rest({ n8n }: Life): Promise<boolean> {
	const count = () => n8n.items.length + n8n.twinItems.length;
	for (let polls = 0, quiet = 0; quiet < QUIET_POLLS; polls++) {
		if (polls > MOST_POLLS) return false;
		const [before, errors] = [count(), n8n.errors.length];
		pass(quiet === 0 ? 60_000 : REST_MS / 2);
		await n8n.tick();
		quiet = count() === before && n8n.errors.length === errors ? quiet + 1 : 0;
	}
	return true;
}
