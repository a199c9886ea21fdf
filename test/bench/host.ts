import { installN8n, type InstalledN8n } from '../../scripts/start/installN8n';
import { openHome, type Home } from '../../scripts/start/home';
import { temporaryHomeDir } from '../../scripts/start/cache';
import { environment, fs, join } from '../../scripts/start/machine';
import { signIn, type N8nClient } from '../../scripts/start/n8nClient';
import { startN8n, type RunningN8n } from '../../scripts/start/n8nProcess';
import { readOptions } from '../../scripts/start/options';
import { installPackage } from '../../scripts/start/packageUnderTest';
import { settlePorts } from '../../scripts/start/ports';
import { Stop } from '../../scripts/start/stop';
import { provideCredentials, type Credentials } from './credentials';
import { installMeter } from './meter';
import { benchWorkflow, type BenchNode } from './workflow';

/** The real n8n with the package and the measuring nodes in it. */
export class Host {
	private running?: RunningN8n;

	private client?: N8nClient;

	private readonly paths = new Map<string, string>();

	private constructor(
		readonly installed: InstalledN8n,
		private readonly home: Home,
		/** Folder of the unpacked package. */
		readonly packageDir: string,
		readonly packageName: string,
		private readonly ports: { port: number; brokerPort: number },
		private readonly standInUrl: string,
	) {}

	/** Installs what is missing, builds the package; n8n itself is started when it is first needed. */
	static async create(standInUrl: string): Promise<Host> {
		const installed = await installN8n();
		const home = openHome(temporaryHomeDir(), false);
		const packageName = await installPackage(home.dir);
		installMeter(join(home.dir, 'meter'));
		const ports = await settlePorts(readOptions(['--check'], {}));
		const packageDir = join(home.dir, '.n8n', 'nodes', 'node_modules', packageName);
		return new Host(installed, home, packageDir, packageName, ports, standInUrl);
	}

	credentials!: Credentials;

	/** n8n's REST interface; starts n8n if it does not run. */
	async api(): Promise<N8nClient> {
		if (this.client) return this.client;
		const dir = this.home.dir;
		this.running = await startN8n(this.installed, this.home, this.ports, {
			env: {
				N8N_CUSTOM_EXTENSIONS: join(dir, 'meter'),
				EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
				...(environment.BENCH_N8N_LOG ? { N8N_LOG_LEVEL: environment.BENCH_N8N_LOG } : {}),
			},
			nodeOptions: (environment.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean),
		});
		this.client = await signIn(this.running.url, this.home.login);
		this.credentials = await provideCredentials(this.client, this.standInUrl);
		return this.client;
	}

	/** A process without a past: as a run begins that is measured for memory. */
	async restart(): Promise<void> {
		await this.stopN8n();
		await this.api();
	}

	/** Puts the workflow into n8n, once, and switches it on. Gives the address that starts it. */
	async provide(path: string, nodes: (credentials: Credentials) => BenchNode[]): Promise<string> {
		const client = await this.api();
		if (!this.paths.has(path)) {
			const workflow = benchWorkflow(path, nodes(this.credentials));
			this.paths.set(path, await this.activate(client, workflow));
		}
		return `${this.running?.url}/webhook/${path}`;
	}

	/** Switches a workflow on and gives its ID. */
	async activate(client: N8nClient, workflow: object): Promise<string> {
		const { id, versionId } = await client.post<{ id: string; versionId: string }>(
			'/workflows',
			workflow,
		);
		await client.post(`/workflows/${id}/activate`, { versionId });
		return id;
	}

	/** User folder of the running n8n. */
	get homeDir(): string {
		return this.home.dir;
	}

	/** Process number of the running n8n, for what is measured from outside. */
	get pid(): number {
		if (this.running?.pid === undefined) throw new Stop('n8n does not run.');
		return this.running.pid;
	}

	async stopN8n(): Promise<void> {
		await this.running?.stop();
		this.running = undefined;
		this.client = undefined;
	}

	/** Ends n8n and removes its folder. */
	async close(): Promise<void> {
		await this.stopN8n();
		if (environment.BENCH_KEEP_HOME) return;
		fs.rmSync(this.home.dir, { recursive: true, force: true });
	}
}
