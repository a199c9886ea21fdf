/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { casesOf, CASES_A_REQUEST, isTried, tryCase, type FaultCase } from './campaigns/faults';
import { placesOf, tryPlace } from './campaigns/hostile';
import { runTwo, type Outcome } from './campaigns/run';
import { triggerCases, tryTrigger } from './campaigns/triggers';
import { readOptions, shareOf, type Part } from './options';
import { faults } from './server/faults';
import { trap } from './server/trap';
import { insightly } from './subjects/insightly';
import { postHogInsights } from './subjects/postHogInsights';
import { spotlerCrm } from './subjects/spotlerCrm';
import type { Scene, Step, Subject } from './subjects/subject';
import { inLanes } from './world/lanes';
import { isInSample } from './world/sample';
import { SecretWatch, watchScreen } from './world/secrets';
import { Tally } from './world/tally';
import { realNow } from './world/time';

/** Cases under way at once: most of their time is spent waiting. */
const LANES = 8;

const subjects: readonly Subject[] = [insightly, postHogInsights, spotlerCrm];

interface Run {
	subject: Subject;
	scene: Scene;
	/** Which share of so many cases is tried. */
	shareOf(cases: number): number;
	secrets: SecretWatch;
	tally: Tally;
}

const PARTS: Readonly<Record<Part, (run: Run) => Promise<void>>> = {
	faults: tryFaults,
	triggers: tryTriggers,
	hostile: tryHostileValues,
};

/** Runs the campaign, prints what was tried and what did not hold, and gives the number of failures. */
export async function runHardening(args: readonly string[]): Promise<number> {
	const options = readOptions(args);
	const { parts, service } = options;
	const startedAt = realNow();
	const [tally, secrets] = [new Tally(), new SecretWatch()];
	let lines = 0;
	const stopWatching = watchScreen((line) => {
		lines += 1;
		secrets.isClean('the screen', line);
	});
	await trap.open();
	for (const part of parts) {
		for (const subject of subjects) {
			if (!subject.service.toLowerCase().includes(service)) continue;
			const scene = await subject.open();
			secrets.add(scene.key);
			const share = (cases: number) => shareOf(options, part, cases);
			await PARTS[part]({ subject, scene, shareOf: share, secrets, tally });
			await scene.close();
			say(`${subject.service}, ${part}: done after ${seconds(startedAt)} s`);
		}
	}
	await trap.close();
	stopWatching();
	tally.add('secrets', 'the key of an account', secrets.found);
	tally.add('other hosts', 'the trap', trap.caught > 0 ? [`${trap.caught} requests`] : []);
	report(tally, secrets.texts + lines, seconds(startedAt));
	return tally.failed;
}

/** First what can go on side by side, then what keeps the machine busy, then once more what failed, by itself. */
async function tryFaults({ subject, scene, shareOf: share, secrets, tally }: Run): Promise<void> {
	const later: Array<{ step: Step; baseline: Outcome; one: FaultCase }> = [];
	const attempt = async (lane: number, step: Step, baseline: Outcome, one: FaultCase) =>
		await tryCase({ subject, scene, lane, secrets }, step, baseline, one);
	const group = `${subject.service} operations`;
	const part = share(scene.steps.length * CASES_A_REQUEST);
	const steps = scene.steps.filter((step) => isTried(subject.service, step, part));
	await inLanes(LANES, steps, async (step, lane) => {
		const baseline = await runTwo({ subject, scene, lane, secrets }, step);
		const { failed } = baseline.first;
		const name = `${subject.service} ${step.name}`;
		tally.add(`${subject.service} without faults`, name, failed ? [JSON.stringify(failed)] : []);
		if (failed) return;
		for (const one of casesOf(subject.service, step, baseline)) {
			if (!isInSample(one.name, part)) continue;
			if (one.fault.isHeavy) later.push({ step, baseline, one });
			else {
				const objections = await attempt(lane, step, baseline, one);
				if (objections.length > 0) later.push({ step, baseline, one });
				else tally.add(group, one.name, objections);
			}
			scene.forget();
		}
	});
	for (const { step, baseline, one } of later) {
		tally.add(group, one.name, await attempt(0, step, baseline, one));
	}
}

/** One after the other, because n8n lets a node poll once at a time. */
async function tryTriggers({ subject, scene, shareOf: share, secrets, tally }: Run): Promise<void> {
	const cases = triggerCases(subject.service, scene.watches);
	const part = share(cases.length);
	for (const one of cases) {
		if (!isInSample(one.name, part)) continue;
		tally.add(
			`${subject.service} triggers`,
			one.name,
			await tryTrigger({ subject, scene, secrets }, one),
		);
	}
}

async function tryHostileValues({
	subject,
	scene,
	shareOf: share,
	secrets,
	tally,
}: Run): Promise<void> {
	const whole = (endpoint: string) => endpoint.replace(' ', ` ${scene.basePath}`);
	const steps = scene.steps.map((step) => ({ ...step, endpoints: step.endpoints.map(whole) }));
	const allowed = steps.flatMap(({ endpoints }) => endpoints);
	const all = steps.flatMap((step) =>
		placesOf(step.parameters()).map((place) => ({
			...{ step, place },
			name: `${subject.service} ${step.name} ${place.join()}`,
		})),
	);
	const part = share(all.length);
	const places = all.filter(({ name }) => isInSample(name, part));
	await inLanes(LANES, places, async ({ step, place }) => {
		await tryPlace({ subject, scene, secrets, allowed }, step, place, tally);
	});
}

function report(tally: Tally, texts: number, took: number): void {
	for (const { name, why } of tally.failures) say(`FAILED ${name}: ${why}`);
	for (const [group, { passed, failed }] of tally.groups) {
		say(`${group}: ${passed} held, ${failed} did not`);
	}
	say(`${faults.length} kinds of fault; ${texts} texts searched for keys; ${took} s`);
	say(`${tally.passed} passed, ${tally.failed} failed`);
}

const seconds = (startedAt: number): number => Math.round((realNow() - startedAt) / 1_000);

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
