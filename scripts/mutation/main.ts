/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports */
import { join } from 'node:path';

import execa from 'execa';

import { projectRoot } from '../test/check';
import { readOptions } from './options';

/** Changes the code, looks whether the tests notice, and gives the exit code. */
async function mutate(args: readonly string[]): Promise<number> {
	const { files, tests } = readOptions(args);
	const stryker = join(projectRoot, 'node_modules/@stryker-mutator/core/bin/stryker.js');
	const config = 'scripts/mutation/stryker.config.mjs';
	const { exitCode } = await execa(
		process.execPath,
		[stryker, 'run', config, '--mutate', files.join(',')],
		{
			cwd: projectRoot,
			env: { MUTATION_TESTS: tests.join(',') },
			stdio: 'inherit',
			reject: false,
		},
	);
	return exitCode;
}

mutate(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 2;
	},
);
