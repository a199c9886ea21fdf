/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One invariant of the polling engine, and the change that switches it off. */
interface Mutant {
	invariant: string;
	file: string;
	from: string;
	to: string;
}

const MUTANTS: Mutant[] = [
	{
		invariant: 'the watermark does not pass the beginning of the pass',
		file: 'watermark.ts',
		from: 'Math.min(reading.pass.newest, passBound(reading))',
		to: 'Math.max(reading.pass.newest, passBound(reading)) + 600_000',
	},
	{
		invariant: 'rows at the boundary are read again',
		file: 'watermark.ts',
		from: 'return Math.max(state.from, isCrowded ? watermark + 1 : watermark);',
		to: 'return watermark + 1_000;',
	},
	{
		invariant: 'rows that were dealt with are recognised',
		file: 'advance.ts',
		from: 'const isNews = known?.[1] !== packMark(row.version);',
		to: 'const isNews = true;',
	},
	{
		invariant: 'a row that does not fit is left for the next poll',
		file: 'advance.ts',
		from: 'if (emit.length >= room) return { emit, next: parkPass(reading) };',
		to: 'if (emit.length >= room) continue;',
	},
	{
		invariant: 'the state of the activation survives where an engine drops it',
		file: 'slots.ts',
		from: 'const state = wasRenamed ? (latest ?? armed) : (armed ?? latest);',
		to: 'const state = undefined;',
	},
	{
		invariant: 'with durable cursors the node is believed, not the workflow',
		file: 'slots.ts',
		from: 'const mayBeAhead = wasRenamed ? 0 : 1;',
		to: 'const mayBeAhead = -1;',
	},
	{
		invariant: 'the newest state is remembered in the process',
		file: 'newest.ts',
		from: 'if (mine.isSaved || isOverwritten(mine, workflow, node, foundRevision)) return mine;',
		to: '',
	},
	{
		invariant: 'a single row from the future moves nothing',
		file: 'plausible.ts',
		from: 'const believed = values.length - within.length >= ENOUGH ? values : within;',
		to: 'const believed = values;',
	},
	{
		invariant: 'only one answer that has both neighbours shows a deletion',
		file: 'deletionsByOffset.ts',
		from: 'if (start > 0 && !(records.length > 0 && records[0].id <= stretch.above)) return undefined;',
		to: '',
	},
	{
		invariant: 'a fault does not end what was read before',
		file: 'drain.ts',
		from: "if ('fault' in answer) return { ...drained, fault: answer.fault };",
		to: "if ('fault' in answer) return { ...drained, emit: [], fault: answer.fault };",
	},
];

const RUNS = 900;

/** Switches each invariant off in a copy and shows which history notices. Returns how many went unnoticed. */
export async function mutate(seed: number): Promise<number> {
	let unnoticed = 0;
	for (const mutant of MUTANTS) {
		const story = await tryMutant(mutant, seed);
		if (!story) unnoticed += 1;
		process.stdout.write(`${story ? 'caught   ' : 'UNNOTICED'} ${mutant.invariant}\n`);
		if (story) process.stdout.write(`${story.replace(/^/gm, '          ')}\n`);
	}
	process.stdout.write(`${MUTANTS.length - unnoticed} passed, ${unnoticed} failed\n`);
	return unnoticed;
}

async function tryMutant({ file, from, to }: Mutant, seed: number): Promise<string | undefined> {
	const project = join(__dirname, '..', '..');
	const copy = mkdtempSync(join(tmpdir(), 'mutant-'));
	try {
		for (const part of [
			'nodes',
			'sandbox',
			'test',
			'credentials',
			'package.json',
			'tsconfig.json',
		]) {
			cpSync(join(project, part), join(copy, part), { recursive: true });
		}
		symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
		const place = join(copy, 'nodes', 'shared', 'polling', file);
		const text = readFileSync(place, 'utf8');
		if (!text.includes(from)) throw new Error(`${file} has changed: ${from} is not there`);
		writeFileSync(place, text.replace(from, to));
		const output = await run(copy, seed);
		return /FAILED {2}([\s\S]*?)\n\n/.exec(output)?.[1];
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

async function run(folder: string, seed: number): Promise<string> {
	const words = ['--import', 'tsx', 'test/triggers/main.ts', '--runs', String(RUNS)];
	const child = spawn(process.execPath, [...words, '--seed', String(seed)], {
		cwd: folder,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	await new Promise((resolve) => child.once('close', resolve));
	return output;
}
