import { endChild, startChild, type Child } from './children';
import { noteProcess, type Home } from './home';
import type { InstalledN8n } from './installN8n';
import { delimiter, dirname, environment, fs, later, signal } from './machine';
import { lastLines } from './run';
import { Stop } from './stop';

export interface RunningN8n {
	url: string;
	pid: number | undefined;
	/** Settles when n8n ends by itself, with what the user should read. */
	ended: Promise<Stop>;
	stop(): Promise<void>;
	/** Ends it at once, as a power cut would. */
	kill(): Promise<void>;
}

/** What a caller adds to the usual settings. */
export interface Additions {
	/** In queue mode, workers run what the main process only starts. */
	role?: keyof typeof roles;
	env?: Record<string, string>;
	/** Options of Node.js, such as --cpu-prof. */
	nodeOptions?: string[];
}

const startLimitMs = 180_000;

const roles = {
	main: { args: ['start'], ready: 'Editor is now accessible' },
	worker: { args: ['worker', '--concurrency=5'], ready: 'n8n worker is now ready' },
};

/**
 * Starts n8n on the loopback address and waits until it says that it is there (`/healthz` answers earlier than that). What n8n writes goes into the log file. Throws `Stop` with the log's end when it does not come up.
 */
export async function startN8n(
	{ node, n8n }: InstalledN8n,
	home: Home,
	ports: { port: number; brokerPort: number },
	{ env = {}, nodeOptions = [], role = 'main' }: Additions = {},
): Promise<RunningN8n> {
	fs.writeFileSync(home.logFile, '');
	const child = startChild(node, [...nodeOptions, n8n, ...roles[role].args], {
		cwd: home.dir,
		env: { ...settings(node, home, ports), ...env },
		buffer: false,
	});
	if (child.pid !== undefined) noteProcess(home, child.pid);
	const ended = child.then(
		({ exitCode, signal }) => new Stop(whyItEnded(exitCode, signal, home.logFile)),
	);
	const ready = logUntil(child, home.logFile, roles[role].ready);
	const stop = async () => await endChild(child, 6000);
	const kill = async () => {
		if (child.pid !== undefined) signal(-child.pid, 'SIGKILL');
		await child;
	};
	const limit = timeLimit(home.logFile);
	const outcome = await Promise.race([ready, ended, limit.reached]);
	limit.callOff();
	if (outcome instanceof Stop) {
		await stop();
		throw outcome;
	}
	return { url: `http://127.0.0.1:${ports.port}`, pid: child.pid, ended, stop, kill };
}

/** Writes all output to the log file; settles when a line with the given words has passed. */
async function logUntil({ all }: Child, logFile: string, words: string): Promise<void> {
	await new Promise<void>((resolve) => {
		let unseen = '';
		all?.on('data', (chunk: Buffer) => {
			fs.appendFileSync(logFile, chunk);
			unseen = (unseen + chunk.toString()).slice(-2000);
			if (unseen.includes(words)) resolve();
		});
	});
}

function timeLimit(logFile: string): { reached: Promise<Stop>; callOff: () => void } {
	let callOff = () => {};
	const reached = new Promise<Stop>((resolve) => {
		callOff = later(startLimitMs, () =>
			resolve(new Stop(`n8n did not come up within ${startLimitMs / 1000} s.\n${tail(logFile)}`)),
		);
	});
	return { reached, callOff };
}

function whyItEnded(code: number | undefined, signal: string | undefined, logFile: string): string {
	const how = signal ? `by ${signal}` : `with code ${code}`;
	return code === undefined && !signal
		? `n8n could not be started.\n${tail(logFile)}`
		: `n8n ended by itself, ${how}.\n${tail(logFile)}`;
}

function tail(logFile: string): string {
	return `  The end of its log (${logFile}):\n${lastLines(fs.readFileSync(logFile, 'utf8'), 25)}`;
}

/** n8n's settings: only on this machine, nothing asked from the internet, owner account from the user folder. */
function settings(
	node: string,
	{ dir, login }: Home,
	{ port, brokerPort }: { port: number; brokerPort: number },
): Record<string, string | undefined> {
	const notOurs = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|GENERIC_|npm_|NODE_)/;
	const inherited = Object.entries(environment).filter(([name]) => !notOurs.test(name));
	return {
		...Object.fromEntries(inherited),
		PATH: [dirname(node), environment.PATH].filter(Boolean).join(delimiter),
		N8N_USER_FOLDER: dir,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: login.email,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Sandbox',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Owner',
		N8N_INSTANCE_OWNER_PASSWORD_HASH: login.passwordHash,
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '4',
		GENERIC_TIMEZONE: 'UTC',
		DB_TYPE: 'sqlite',
		...quiet,
	};
}

const quiet = {
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};
