/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/**
 * `npm run split [-- <folder>] [-- --check]`: writes a package for each service into `split/` (or the folder), with its
 * own package.json and README. `--check` lints, builds, scans and loads each of them.
 */
import { join, resolve } from 'node:path';

import { projectRoot } from '../test/check';
import { examineFolder } from '../test/packedPackage';
import { packages } from './packages';
import { writePackage } from './write';

async function main(words: string[]): Promise<number> {
	const folder = resolve(
		words.find((word) => !word.startsWith('--')) ?? join(projectRoot, 'split'),
	);
	let failures = 0;
	for (const single of packages) {
		const target = join(folder, single.name);
		await writePackage(single, target);
		process.stdout.write(`${single.name}: written\n`);
		if (!words.includes('--check')) continue;
		const { passed, failed, output } = await examineFolder(target);
		failures += failed;
		process.stdout.write(`${single.name}: ${passed} passed, ${failed} failed\n`);
		if (output !== '') process.stdout.write(`${output}\n`);
	}
	return failures;
}

void main(process.argv.slice(2)).then((failures) => {
	process.exitCode = failures === 0 ? 0 : 1;
});
