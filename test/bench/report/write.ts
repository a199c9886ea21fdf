import { fs, join, projectDir } from '../../../scripts/start/machine';
import type { Row } from '../rows';
import { page } from './markdown';
import { picture } from './picture';
import { entryKey, type Entry } from './results';

const docs = join(projectDir, 'docs');

const dataFile = join(docs, 'benchmarks.json');

/**
 * Puts measured rows into docs/benchmarks.json, where those of earlier runs stay, and makes docs/benchmarks.md and its
 * picture of all of them.
 */
export function writeReport(measured: Entry[], rows: Row[]): void {
	const kept = new Map(readKept().map((entry) => [entryKey(entry), entry]));
	for (const entry of measured) kept.set(entryKey(entry), entry);
	const order = rows.map(({ name }) => name);
	const all = [...kept.values()]
		.filter(({ result }) => order.includes(result.name))
		.sort((a, b) => order.indexOf(a.result.name) - order.indexOf(b.result.name));
	const usual = all.filter((entry) => isUsual(entry, rows));
	fs.writeFileSync(dataFile, `${JSON.stringify(all, null, '\t')}\n`);
	fs.writeFileSync(join(docs, 'pictures', 'benchmarks.svg'), picture(usual));
	fs.writeFileSync(join(docs, 'benchmarks.md'), page(usual, all));
}

function isUsual(entry: Entry, rows: Row[]): boolean {
	if (entry.kind === 'facts') return true;
	const row = rows.find(({ name }) => name === entry.result.name);
	return row?.kind === 'work' && row.count === entry.result.count;
}

function readKept(): Entry[] {
	if (!fs.existsSync(dataFile)) return [];
	return JSON.parse(fs.readFileSync(dataFile, 'utf8')) as Entry[];
}
