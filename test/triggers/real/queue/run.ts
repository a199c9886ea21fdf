import type { InstalledN8n } from '../../../../scripts/start/installN8n';
import { sleep } from '../../../../scripts/start/machine';
import { signIn } from '../../../../scripts/start/n8nClient';
import { Accounts } from '../accounts';
import { keepChanging, settle, untilArmed } from '../course';
import { engineOf } from '../engines';
import type { RealOptions } from '../options';
import { createRandom } from '../random';
import { reportOf, type Report } from '../report';
import { endAll, type Surroundings } from '../run';
import { openWorld } from '../world';
import { Cluster } from './cluster';
import { readRecommendedSettings } from './settings';
import { measureThroughput } from './throughput';

/** What came out of a run in queue mode. */
export interface QueueReport {
	report?: Report;
	throughput: string;
	faults: string[];
}

/** Brings n8n up in queue mode, takes parts of it away while changes go on, and measures what workers get done. */
export async function runQueue(
	installed: InstalledN8n,
	options: RealOptions,
	{ endings, say }: Surroundings,
): Promise<QueueReport> {
	try {
		const engine = engineOf('C');
		const world = await openWorld(endings);
		const env = { ...readRecommendedSettings(), ...engine.env };
		const cluster = await Cluster.start(installed, world, env, endings);
		const client = await signIn(cluster.url, world.home.login);
		say('  main, two workers, PostgreSQL and Redis are up');
		const report = options.onlyThroughput
			? undefined
			: await takeAway({ world, cluster, client }, options, say);
		const throughput = await measureThroughput({ world, cluster, client }, say);
		return { report, ...throughput };
	} finally {
		await endAll(endings);
	}
}

export interface Up {
	world: Awaited<ReturnType<typeof openWorld>>;
	cluster: Cluster;
	client: Awaited<ReturnType<typeof signIn>>;
}

/** Between two blows, ms. */
const CALM_MS = 15_000;

async function takeAway(
	{ world, cluster, client }: Up,
	{ seed, minutes }: RealOptions,
	say: (line: string) => void,
): Promise<Report> {
	const crashes: number[] = [];
	const accounts = await Accounts.open(world, client, crashes);
	await untilArmed(world);
	const random = createRandom(seed);
	const began = Date.now();
	const stopChanging = keepChanging(accounts, createRandom(seed + 1));
	const calm = async () => {
		await sleep(CALM_MS + 1_000 * random.between(0, 10));
		await accounts.tryToCollect();
	};
	await calm();
	const { pid } = await world.sink.holdNext();
	crashes.push(Date.now());
	const worker = await cluster.kill(pid);
	say(`  ${worker} killed in the middle of an execution`);
	await calm();
	await cluster.startOne(worker);
	await calm();
	await cluster.services.restartRedis(async () => await sleep(2_000));
	say('  Redis restarted');
	await calm();
	crashes.push(Date.now());
	await cluster.kill(cluster.pidOf('main'));
	await cluster.startOne('main');
	say('  main process killed and started again');
	await calm();
	while (Date.now() - began < minutes * 60_000) await calm();
	await stopChanging();
	await sleep(10_000);
	await accounts.tryToCollect();
	const stuck = await accounts.retryStuck();
	say(`  executions left behind by the killed worker and run again: ${stuck}`);
	await settle(accounts);
	const events = 'a worker killed in mid-execution, Redis restarted, main killed';
	return {
		...reportOf(engineOf('C'), accounts, { seconds: (Date.now() - began) / 1000, events }),
		title: 'C, queue mode',
	};
}
