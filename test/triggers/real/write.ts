import * as prettier from 'prettier';

import { fs, join, projectDir } from '../../../scripts/start/machine';

const page = join(projectDir, 'docs', 'scaling.md');

/** What is written by a run: the rows of the engines, of queue mode, and of the throughput. */
export type Place = 'engines' | 'queue' | 'throughput';

/**
 * Puts what a run has measured into docs/scaling.md, between the comments that mark its place, with the day and the
 * versions.
 */
export async function writeMeasured(place: Place, text: string): Promise<void> {
	const [begin, end] = [`<!-- ${place}: measured -->`, `<!-- ${place}: end -->`];
	const before = fs.readFileSync(page, 'utf8');
	const [from, to] = [before.indexOf(begin), before.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`docs/scaling.md has no place for ${place}`);
	const after = `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`;
	const options = await prettier.resolveConfig(page);
	fs.writeFileSync(page, await prettier.format(after, { ...options, parser: 'markdown' }));
}
