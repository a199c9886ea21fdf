import bcrypt from 'bcryptjs';
import { fs, join, ownPid, projectDir, randomBytes, randomUUID, signal } from './machine';
import { Stop } from './stop';

/** A folder that n8n takes for the user's home, with what belongs to it. */
export interface Home {
	dir: string;
	logFile: string;
	login: Login;
	keys: SandboxKeys;
}

/** The key of each sandbox account, in the form that the service gives out. */
export interface SandboxKeys {
	insightly: string;
	spotler: string;
	postHog: string;
}

export interface Login {
	email: string;
	password: string;
	passwordHash: string;
}

type Kept = Pick<Home, 'login' | 'keys'>;

/**
 * Opens the user folder, and makes it with a log-in and sandbox keys of its own when it is new or `fresh` is asked
 * for. Throws `Stop` when another start still uses it.
 */
export function openHome(dir: string, fresh: boolean): Home {
	requireUnused(dir);
	if (fresh) fs.rmSync(dir, { recursive: true, force: true });
	fs.mkdirSync(dir, { recursive: true });
	const home = { dir, logFile: join(dir, 'n8n.log'), ...readKept(join(dir, 'keys.json')) };
	fs.writeFileSync(runningFile(dir), '');
	noteProcess(home, ownPid);
	return home;
}

/** Says that the process works in the folder, so that a later start notices when it is still there. */
export function noteProcess({ dir }: Home, pid: number): void {
	fs.appendFileSync(runningFile(dir), `${pid}\n`);
}

/** Says that nobody uses the folder any more. */
export function leaveHome({ dir }: Home): void {
	fs.rmSync(runningFile(dir), { force: true });
}

/** Throws `Stop` when a process that works in the folder is still running. */
export function requireUnused(dir: string): void {
	const file = runningFile(dir);
	if (!fs.existsSync(file)) return;
	const noted = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number);
	const pid = noted.find((one) => one !== ownPid && signal(one, 0));
	if (pid === undefined) return;
	throw new Stop(
		`npm start already runs for ${projectDir} (process ${pid}) and uses the same workflows and log-in. ` +
			`Stop it first: Ctrl-C in its terminal, or kill ${pid}. ` +
			`(If process ${pid} is something else, delete ${file}.)`,
	);
}

function runningFile(dir: string): string {
	return join(dir, 'running.pids');
}

/** What is kept from start to start; a folder of an earlier version may lack a part, which is then made. */
function readKept(file: string): Kept {
	const kept: Partial<Kept> = fs.existsSync(file)
		? (JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Kept>)
		: {};
	const whole: Kept = { login: kept.login ?? newLogin(), keys: kept.keys ?? newKeys() };
	fs.writeFileSync(file, JSON.stringify(whole, null, '\t'), { mode: 0o600 });
	return whole;
}

function newLogin(): Login {
	const password = `Try-${randomBytes(9).toString('base64url')}-1A`;
	return { email: 'owner@example.com', password, passwordHash: bcrypt.hashSync(password, 10) };
}

const newKeys = (): SandboxKeys => ({
	insightly: randomUUID(),
	// A real one is a signed token of more than 1,000 characters.
	spotler: [60, 700, 64].map((length) => randomBytes(length).toString('base64url')).join('.'),
	postHog: `phx_${randomBytes(24).toString('hex')}`,
});
