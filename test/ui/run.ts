/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { stripVTControlCharacters } from 'node:util';

import { groups, type Group, type Sentence, type World } from './sentences';
import { openWorld, pictureDir } from './world';
import type { Endings, Running } from '../../scripts/start/bringUp';
import type { Tally } from '../../scripts/start/check';
import { fs } from '../../scripts/start/machine';
import { lastLines } from '../../scripts/start/run';
import { say } from '../../scripts/start/say';
import { reasonOf } from '../../scripts/start/stop';

/**
 * Goes through the sentences in a browser, signed in as the owner, and tells each one's outcome. `word` picks the groups
 * that have it in their name.
 */
export async function runInEditor(
	running: Running,
	packageName: string,
	word: string,
	endings: Endings,
): Promise<Tally> {
	const world = await openWorld(running, packageName, endings);
	const tally: Tally = { passed: 0, failed: 0 };
	for (const { name, sentences } of groups.filter((group) => isMeant(group, word))) {
		say(`\n${name}`);
		for (const sentence of sentences) await goThrough(sentence, world, tally);
	}
	say(`\nPictures: ${pictureDir}`);
	if (tally.failed > 0) {
		say(`\nThe end of n8n's log:\n${lastLines(fs.readFileSync(running.home.logFile, 'utf8'), 25)}`);
	}
	return tally;
}

const isMeant = ({ name }: Group, word: string): boolean =>
	name.toLowerCase().includes(word.toLowerCase());

export async function goThrough(
	{ says, see }: Sentence,
	world: World,
	tally: Tally,
): Promise<void> {
	const started = Date.now();
	const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
	try {
		await see(world);
		tally.passed++;
		say(`  passed  ${says} (${seconds()})`);
	} catch (thrown) {
		tally.failed++;
		const name = `failed ${says.replace(/[^\w ]/g, '').slice(0, 80)}`;
		const picture = await world.picture(name).catch(() => 'none could be taken');
		const reason = stripVTControlCharacters(reasonOf(thrown)).split('\n').slice(0, 6);
		await world.startAnew().catch(() => {});
		say(
			[`  failed  ${says} (${seconds()})`, ...reason, `picture: ${picture}`].join('\n          '),
		);
	}
}
