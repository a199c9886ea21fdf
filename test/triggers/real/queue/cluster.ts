import type { Endings } from '../../../../scripts/start/bringUp';
import type { Home } from '../../../../scripts/start/home';
import type { InstalledN8n } from '../../../../scripts/start/installN8n';
import { randomBytes } from '../../../../scripts/start/machine';
import { startN8n, type RunningN8n } from '../../../../scripts/start/n8nProcess';
import { freePorts, openTestHome, type World } from '../world';
import { say } from '../../../../scripts/start/say';
import { keepStarting } from '../supervisor';
import { startServices, type Services } from './services';

type Place = 'main' | 'worker 1' | 'worker 2';
const WORKERS: Place[] = ['worker 1', 'worker 2'];

/** An n8n in queue mode: a main process that polls, workers that run executions, PostgreSQL and Redis. */
export class Cluster {
	private readonly running = new Map<Place, RunningN8n>();

	private readonly homes = new Map<Place, Home>();

	private readonly ports = new Map<Place, { port: number; brokerPort: number }>();

	private constructor(
		private readonly installed: InstalledN8n,
		readonly services: Services,
		private readonly env: Record<string, string>,
	) {}

	/** Starts everything; main first, because it makes the tables. */
	static async start(
		installed: InstalledN8n,
		world: World,
		env: Record<string, string>,
		endings: Endings,
	): Promise<Cluster> {
		const { port, sandboxPort } = await freePorts();
		const services = await startServices({ postgres: port, redis: sandboxPort }, endings);
		const cluster = new Cluster(installed, services, {
			...{ ...world.env, ...env, ...services.env },
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		});
		endings.unshift(async () => await cluster.stop());
		cluster.homes.set('main', world.home);
		for (const worker of WORKERS) {
			cluster.homes.set(worker, (await openTestHome(endings)).home);
		}
		await cluster.startOne('main');
		await Promise.all(WORKERS.map(async (worker) => await cluster.startOne(worker)));
		return cluster;
	}

	/** Address of the main process. */
	get url(): string {
		return this.running.get('main')?.url ?? '';
	}

	/** Starts one part again, on the ports it had. */
	async startOne(place: Place): Promise<void> {
		const ports = this.ports.get(place) ?? (await freePorts());
		this.ports.set(place, ports);
		const home = this.homes.get(place) as Home;
		const role = place === 'main' ? 'main' : 'worker';
		const { installed, env } = this;
		const start = async () => await startN8n(installed, home, ports, { env, role });
		const started = await keepStarting(start, say);
		this.running.set(place, started);
	}

	/** Kills the part that runs as this process. */
	async kill(pid: number): Promise<Place> {
		const found = [...this.running].find(([, n8n]) => n8n.pid === pid);
		if (!found) throw new Error(`no part of n8n runs as process ${pid}`);
		const [place, n8n] = found;
		this.running.delete(place);
		await n8n.kill();
		return place;
	}

	pidOf(place: Place): number {
		return this.running.get(place)?.pid ?? 0;
	}

	/** Ends one part politely, as an update does. */
	async stopOne(place: Place): Promise<void> {
		const n8n = this.running.get(place);
		this.running.delete(place);
		await n8n?.stop();
	}

	private async stop(): Promise<void> {
		await Promise.all([...this.running.keys()].map(async (place) => await this.stopOne(place)));
	}
}
