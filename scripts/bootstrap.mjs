/**
 * First step of `npm start`, `npm test`, `npm run bench` and the tests in the real n8n. Plain JavaScript without
 * dependencies, so that it runs in a bare clone: it installs the development tools when they are missing or out of date, then hands over.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(project, 'package-lock.json');
const stampFile = join(project, 'node_modules', '.bootstrap');

const [task, ...passedOn] = process.argv.slice(2);
const inRealN8n = passedOn.includes('--real') || passedOn.includes('--queue');

const tasks = {
	start: ['scripts/start/main.ts'],
	e2e: ['scripts/start/main.ts', '--check', '--summary'],
	test: ['scripts/test/main.ts'],
	ui: ['scripts/start/main.ts', '--check', '--summary', '--ui'],
	bench: ['test/bench/main.ts'],
	triggers: [inRealN8n ? 'test/triggers/real/main.ts' : 'test/triggers/main.ts'],
	compatibility: ['scripts/compatibility/main.ts'],
	hardening: ['test/hardening/main.ts'],
	verify: ['scripts/verify/main.ts'],
	mutation: ['scripts/mutation/main.ts'],
};

process.exitCode = await run();

async function run() {
	if (!(task in tasks)) {
		return stopWith(`Say what to run: node scripts/bootstrap.mjs ${Object.keys(tasks).join('|')}`);
	}
	if (Number(process.versions.node.split('.')[0]) < 20) {
		return stopWith(`Node.js 20 or newer is needed; this is ${process.version}.`);
	}
	if (!toolsAreCurrent()) {
		const code = await installTools();
		if (code !== 0) return code;
	}
	return await child(process.execPath, ['--import', 'tsx', ...tasks[task], ...passedOn], 'inherit');
}

function lockHash() {
	return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** Current means: installed by this script from this lock file, or by npm itself after the lock file was written. */
function toolsAreCurrent() {
	if (!existsSync(join(project, 'node_modules', 'tsx'))) return false;
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return true;
	const writtenByNpm = join(project, 'node_modules', '.package-lock.json');
	return existsSync(writtenByNpm) && statSync(writtenByNpm).mtimeMs >= statSync(lockFile).mtimeMs;
}

async function installTools() {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	say('Installing the development tools (npm ci, once, one to three minutes) ...');
	const ticker = setInterval(
		() => say(`  still installing the development tools, ${seconds()} s`),
		20_000,
	);
	const [command, ...first] = npmCommand();
	const code = await child(
		command,
		[...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		['ignore', 'ignore', 'inherit'],
	);
	clearInterval(ticker);
	if (code !== 0) {
		return stopWith(
			`npm ci ended with code ${code} after ${seconds()} s; npm's own words are above. ` +
				'Check that the npm registry can be reached (npm ping), then run the same command again.',
			code,
		);
	}
	writeFileSync(stampFile, lockHash());
	say(`Development tools installed in ${seconds()} s.`);
	return 0;
}

/** The npm that started this script, else the one on the PATH. */
function npmCommand() {
	const npm = process.env.npm_execpath;
	return npm && /\.c?js$/.test(npm) ? [process.execPath, npm] : ['npm'];
}

/** Runs a command in the project folder, passes signals on to it, gives its exit code. */
function child(command, args, stdio) {
	return new Promise((resolve) => {
		const started = spawn(command, args, { cwd: project, stdio });
		const passOn = (signal) => started.kill(signal);
		process.on('SIGINT', passOn);
		process.on('SIGTERM', passOn);
		const stopWatching = whenNpmIsGone(() => passOn('SIGTERM'));
		const end = (code) => {
			stopWatching();
			process.off('SIGINT', passOn);
			process.off('SIGTERM', passOn);
			resolve(code);
		};
		started.on('error', (reason) => {
			stopWith(`Could not start "${command}": ${reason.message}`);
			end(127);
		});
		started.on('close', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)));
	});
}

/** npm starts scripts through a shell that passes no signal on when it is ended itself; only its absence can be seen. */
function whenNpmIsGone(action) {
	if (!process.env.npm_lifecycle_event) return () => {};
	const npmShell = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === npmShell) return;
		clearInterval(watch);
		action();
	}, 1000);
	return () => clearInterval(watch);
}

function say(line) {
	process.stdout.write(`${line}\n`);
}

function stopWith(line, code = 1) {
	process.stderr.write(`${line}\n`);
	return code || 1;
}
