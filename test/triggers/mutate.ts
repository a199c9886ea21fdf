/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @typescript-eslint/no-require-imports */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pollEngines } from '../support/pollSimulator';
import { MUTANTS } from './mutants';
import type * as Runs from './runs';

export interface MutantTask {
	/** Its place in `MUTANTS`. */
	place: number;
	seed: number;
	/** Most histories for each engine, without crashes and with them. */
	runs: number;
}

/** The history that noticed; undefined: none did. */
export type Verdict = { why: string; story: string; after: number } | undefined;

/** That a history noticed is enough; its story need not be the shortest. */
const MOST_SHRINKS = 40;

const project = join(__dirname, '..', '..');

/** Modules that use a file, directly or not, and the file itself. */
function usersOf(file: string): Set<string> {
	const users = new Set([file]);
	for (let before = 0; before < users.size; ) {
		before = users.size;
		for (const [name, module] of Object.entries(require.cache)) {
			if (module?.children.some(({ filename }) => users.has(filename))) users.add(name);
		}
	}
	return users;
}

/** Loads the histories with one file replaced: what uses it is loaded anew, everything else stays. */
function loadWith(file: string, text: string): typeof Runs {
	const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
	const changed = join(folder, 'changed.ts');
	writeFileSync(changed, text);
	const load = require.extensions['.ts'];
	if (!load) throw new Error('TypeScript is not loaded by require');
	const users = [...usersOf(file)].filter((name) => name !== __filename);
	const before = users.map((name) => [name, require.cache[name]] as const);
	for (const name of users) delete require.cache[name];
	require.extensions['.ts'] = (module, name) => load(module, name === file ? changed : name);
	try {
		return require('./runs') as typeof Runs;
	} finally {
		require.extensions['.ts'] = load;
		for (const [name, module] of before) require.cache[name] = module;
		rmSync(folder, { recursive: true });
	}
}

/**
 * Switches one invariant off and lives through histories until one notices.
 * @throws when the code has changed, so that the mutant is none
 */
export async function tryMutant({ place, seed, runs }: MutantTask): Promise<Verdict> {
	const { file, from, to } = MUTANTS[place];
	const path = join(project, 'nodes', file);
	const text = readFileSync(path, 'utf8');
	if (!text.includes(from)) throw new Error(`${file} has changed: "${from}" is not there`);
	const { runChunk } = loadWith(path, text.replace(from, to));
	let after = 0;
	for (const hasCrashes of [false, true]) {
		for (const engine of pollEngines) {
			const chunk = { engine, hasCrashes, seed, runs };
			const { failure, histories } = await runChunk(chunk, MOST_SHRINKS);
			after += histories;
			if (failure) return { ...failure, after };
		}
	}
	return undefined;
}
