/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { stripVTControlCharacters } from 'node:util';

import { selectors } from 'playwright-core';

import { startChromium } from './chromium';
import { signInToEditor } from './editor/signIn';
import { groups, type Group, type Sentence, type World } from './sentences';
import type { Endings, Running } from '../../scripts/start/bringUp';
import type { Tally } from '../../scripts/start/check';
import { fs, join, projectDir } from '../../scripts/start/machine';
import { lastLines } from '../../scripts/start/run';
import { say } from '../../scripts/start/say';
import { reasonOf } from '../../scripts/start/stop';

/** Pictures that the sentences take, and one of the editor for each sentence that is not true. Not in the repository. */
const pictureDir = join(projectDir, 'test', 'ui', 'pictures');

/** How long an element may take to appear: a busy machine needs it, an idle one answers in a tenth of it. */
const patienceMs = 90_000;

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

async function openWorld(running: Running, packageName: string, endings: Endings): Promise<World> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await startChromium();
	endings.unshift(async () => await browser.close());
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	context.setDefaultTimeout(patienceMs);
	// What the editor wants from the internet never comes here; refused at once, nothing waits for it.
	await context.route(
		({ hostname }) => !['127.0.0.1', 'localhost'].includes(hostname),
		async (route) => await route.abort(),
	);
	const page = await context.newPage();
	await signInToEditor(page, running.n8n.url, running.home.login);
	fs.rmSync(pictureDir, { recursive: true, force: true });
	fs.mkdirSync(pictureDir, { recursive: true });
	const picture = async (name: string) => {
		await page.screenshot({ path: join(pictureDir, `${name}.png`) });
	};
	return { ...running, packageName, context, page, picture };
}

async function goThrough({ says, see }: Sentence, world: World, tally: Tally): Promise<void> {
	try {
		await see(world);
		tally.passed++;
		say(`  passed  ${says}`);
	} catch (thrown) {
		tally.failed++;
		await world.picture(`failed ${says.replace(/[^\w ]/g, '').slice(0, 80)}`).catch(() => {});
		say(
			`  failed  ${says}\n          ${stripVTControlCharacters(reasonOf(thrown))
				.split('\n')
				.slice(0, 6)
				.join('\n          ')}`,
		);
	}
}
