import type { Endings } from '../../../scripts/start/bringUp';
import type { InstalledN8n } from '../../../scripts/start/installN8n';
import { sleep } from '../../../scripts/start/machine';
import { signIn } from '../../../scripts/start/n8nClient';
import { startN8n, type RunningN8n } from '../../../scripts/start/n8nProcess';
import { Accounts } from './accounts';
import { aim } from './aim';
import { keepChanging, settle, untilArmed } from './course';
import type { Engine } from './engines';
import type { RealOptions } from './options';
import { createRandom } from './random';
import { reportOf, type Report } from './report';
import { keepStarting } from './supervisor';
import { freePorts, openWorld } from './world';

/** Least and most seconds that n8n lives before it is killed. */
const LIFE: [number, number] = [4, 14];

/** What a run starts is ended by it, or by whoever breaks it off. */
export interface Surroundings {
	endings: Endings;
	say(line: string): void;
}

/** Ends what a run has started, the newest first. */
export async function endAll(endings: Endings): Promise<void> {
	for (const end of endings.splice(0)) await end().catch(() => {});
}

/** Kills a real n8n again and again under one of its engines while changes go on, and accounts for each of them. */
export async function runEngine(
	installed: InstalledN8n,
	engine: Engine,
	options: RealOptions,
	{ endings, say }: Surroundings,
): Promise<Report> {
	try {
		return await live(installed, engine, options, { endings, say });
	} finally {
		await endAll(endings);
	}
}

async function live(
	installed: InstalledN8n,
	engine: Engine,
	{ seed, minutes, mostMinutes, kills = engine.kills }: RealOptions,
	{ endings, say }: Surroundings,
): Promise<Report> {
	const world = await openWorld(endings);
	const ports = await freePorts();
	const env = { ...world.env, ...engine.env };
	const start = async () =>
		await keepStarting(async () => await startN8n(installed, world.home, ports, { env }), say);
	let n8n: RunningN8n = await start();
	endings.unshift(async () => await n8n.stop());
	const crashes: number[] = [];
	const client = await signIn(n8n.url, world.home.login);
	const accounts = await Accounts.open(world, client, crashes);
	await untilArmed(world);
	const random = createRandom(seed);
	const began = Date.now();
	const stopChanging = keepChanging(accounts, createRandom(seed + 1));
	for (let kill = 1; kill <= kills && Date.now() - began < mostMinutes * 60_000; kill++) {
		await sleep(1_000 * random.between(...LIFE));
		await accounts.tryToCollect();
		await aim(world, random);
		crashes.push(Date.now());
		await n8n.kill();
		await sleep(1_000 * random.between(0, 3));
		const from = Date.now();
		n8n = await start();
		say(`  killed ${kill} of ${kills}, up again after ${Math.round((Date.now() - from) / 1000)} s`);
		await accounts.tryToCollect();
	}
	while (Date.now() - began < minutes * 60_000) {
		await sleep(3_000);
		await accounts.tryToCollect();
	}
	await stopChanging();
	await settle(accounts);
	const seconds = (Date.now() - began) / 1000;
	return reportOf(engine, accounts, { seconds, events: `killed ${crashes.length} times` });
}
