import type { Endings } from '../../../../scripts/start/bringUp';
import {
	endChild,
	startChild,
	type Child,
	type ChildOptions,
} from '../../../../scripts/start/children';
import { environment, fs, isRoot, join, later, tmpdir } from '../../../../scripts/start/machine';
import { Stop } from '../../../../scripts/start/stop';
import {
	canInstallPackages,
	installPackages,
	isOnPath,
} from '../../../../scripts/start/systemPackages';

/** PostgreSQL and Redis, as n8n's queue mode needs them: on loopback, in a folder that is removed at the end. */
export interface Services {
	/** n8n's settings for both. */
	env: Record<string, string>;
	/** Ends Redis politely and starts it again on what it has written. */
	restartRedis(pause: () => Promise<void>): Promise<void>;
}

interface Service {
	end(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Programs of Debian's postgresql are not on the path. */
function postgresPrograms(): string | undefined {
	const versions = '/usr/lib/postgresql';
	if (!fs.existsSync(versions)) return undefined;
	const newest = fs
		.readdirSync(versions)
		.sort((a, b) => Number(a) - Number(b))
		.at(-1);
	return newest && join(versions, newest, 'bin');
}

async function requirePrograms(): Promise<string> {
	const isMissing = () => !postgresPrograms() || !isOnPath('redis-server');
	if (isMissing() && canInstallPackages()) await installPackages(['postgresql', 'redis-server']);
	const programs = postgresPrograms();
	if (programs && !isMissing()) return programs;
	throw new Stop(
		'Queue mode needs PostgreSQL and Redis, and this machine lacks one of them.\n' +
			'  Debian, Ubuntu:  sudo apt-get install postgresql redis-server\n' +
			'Then run the same command again.',
	);
}

/** PostgreSQL refuses to run as root: then it runs as the account that Debian's package has made for it. */
function accountForPostgres(): { uid?: number; gid?: number } {
	if (!isRoot) return {};
	const line = fs.readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m);
	if (!line) throw new Stop('There is no account "postgres" for PostgreSQL to run as.');
	return { uid: Number(line[1]), gid: Number(line[2]) };
}

/** Starts both on these ports. Throws `Stop` when they are missing or do not come up. */
export async function startServices(
	ports: { postgres: number; redis: number },
	endings: Endings,
): Promise<Services> {
	const programs = await requirePrograms();
	const dir = fs.mkdtempSync(join(tmpdir(), 'queue-test-'));
	endings.push(async () => fs.rmSync(dir, { recursive: true, force: true }));
	const options: ChildOptions = { cwd: dir, env: { ...environment }, buffer: false };
	const postgres = await startPostgres(programs, ports.postgres, options);
	endings.unshift(postgres.end);
	let redis = await startRedis(ports.redis, options);
	endings.unshift(async () => await redis.end());
	return {
		env: {
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(ports.redis),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(ports.postgres),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_PASSWORD: '',
		},
		restartRedis: async (pause) => {
			await redis.end();
			await pause();
			redis = await startRedis(ports.redis, options);
		},
	};
}

async function startPostgres(
	programs: string,
	port: number,
	{ cwd, ...options }: ChildOptions,
): Promise<Service> {
	const account = accountForPostgres();
	const data = join(cwd, 'postgres');
	fs.mkdirSync(data, { mode: 0o700 });
	if (account.uid !== undefined && account.gid !== undefined) {
		fs.chownSync(data, account.uid, account.gid);
		// The folder above belongs to root, and has to be passed through.
		fs.chmodSync(cwd, 0o711);
	}
	const own = { ...options, ...account, cwd: data };
	const init = startChild(
		join(programs, 'initdb'),
		['-D', data, '-A', 'trust', '-U', 'n8n', '-E', 'UTF8', '--no-locale', '--no-sync'],
		{ ...own, buffer: true },
	);
	const { failed, all = '' } = await init;
	if (failed) throw new Stop(`PostgreSQL could not make a database:\n${all}`);
	const settings = [
		`port=${port}`,
		'listen_addresses=127.0.0.1',
		`unix_socket_directories=${data}`,
		'max_connections=60',
	];
	const args = settings.flatMap((setting) => ['-c', setting]);
	const server = startChild(join(programs, 'postgres'), ['-D', data, ...args], own);
	return await untilSaid(server, 'ready to accept connections', 'PostgreSQL');
}

/** Redis notes each change before it answers, as a queue should that nothing may be lost from. */
async function startRedis(port: number, options: ChildOptions): Promise<Service> {
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', options.cwd];
	const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
	const server = startChild('redis-server', [...args, ...durable], options);
	return await untilSaid(server, 'Ready to accept connections', 'Redis');
}

async function untilSaid(child: Child, words: string, name: string): Promise<Service> {
	let said = '';
	const ready = new Promise<'ready'>((resolve) => {
		child.all?.on('data', (chunk: Buffer) => {
			said = (said + chunk.toString()).slice(-4_000);
			if (said.includes(words)) resolve('ready');
		});
	});
	let callOff = () => {};
	const late = new Promise<'late'>((resolve) => {
		callOff = later(PATIENCE_MS, () => resolve('late'));
	});
	const outcome = await Promise.race([ready, late, child.then(() => 'ended' as const)]);
	callOff();
	if (outcome === 'ready') return { end: async () => await endChild(child, 5_000) };
	await endChild(child, 2_000);
	throw new Stop(`${name} did not come up:\n${said}`);
}
