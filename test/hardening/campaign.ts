/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { casesOf, tryCase } from './campaigns/faults';
import { placesOf, tryPlace } from './campaigns/hostile';
import { runTwo } from './campaigns/run';
import { triggerCases, tryTrigger } from './campaigns/triggers';
import { trap } from './server/trap';
import { insightly } from './subjects/insightly';
import { postHogInsights } from './subjects/postHogInsights';
import { spotlerCrm } from './subjects/spotlerCrm';
import type { Subject } from './subjects/subject';
import { inLanes } from './world/lanes';
import { SecretWatch } from './world/secrets';
import { Tally } from './world/tally';
import { realNow } from './world/time';

const LANES = 8;

const subjects: readonly Subject[] = [insightly, postHogInsights, spotlerCrm];

/** Runs the campaign, prints what was tried and what did not hold, and gives the number of failures. */
export async function runHardening(args: readonly string[]): Promise<number> {
	const startedAt = realNow();
	const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
	const share = args.includes('--all')
		? 1
		: Number(args.find((arg) => arg.startsWith('--share='))?.slice(8) ?? 0.2);
	const only2 = args.find((arg) => arg.startsWith('--part='))?.slice('--part='.length);
	await trap.open();
	const tally = new Tally();
	const secrets = new SecretWatch();
	for (const subject of subjects) {
		if (only && !subject.service.toLowerCase().includes(only)) continue;
		const wants = (part: string) => !only2 || only2 === part;
		if (wants('faults')) await faultsOf(subject, share, tally, secrets);
		if (wants('triggers')) await triggersOf(subject, share, tally, secrets);
		if (wants('hostile')) await hostileOf(subject, share, tally, secrets);
	}
	for (const { name, why } of tally.failures) say(`FAILED ${name}: ${why}`);
	for (const [group, { passed, failed }] of tally.groups)
		say(`${group}: ${passed} held, ${failed} did not`);
	say(`${Math.round((realNow() - startedAt) / 1000)} s`);
	say(`${tally.passed} passed, ${tally.failed} failed`);
	return tally.failed;
}

async function faultsOf(
	subject: Subject,
	share: number,
	tally: Tally,
	secrets: SecretWatch,
): Promise<void> {
	const scene = await subject.open();
	secrets.add(scene.key);
	const heavy: Array<() => Promise<void>> = [];
	await inLanes(LANES, scene.steps, async (step, lane) => {
		const where = { subject, scene, lane, secrets };
		const baseline = await runTwo(where, step);
		const { failed, requests } = baseline.first;
		tally.add(
			`${subject.service} without faults`,
			step.name,
			failed ? [JSON.stringify(failed)] : [],
		);
		if (failed || requests.length === 0) return;
		for (const one of casesOf(step, baseline)) {
			if (placeOf(one.name) >= share) continue;
			const attempt = async () => await tryCase(where, step, baseline, one, tally);
			if (one.fault.isHeavy) heavy.push(attempt);
			else await attempt();
			scene.forget();
		}
	});
	for (const attempt of heavy) await attempt();
	await scene.close();
}

async function triggersOf(
	subject: Subject,
	share: number,
	tally: Tally,
	secrets: SecretWatch,
): Promise<void> {
	const scene = await subject.open();
	secrets.add(scene.key);
	for (const one of triggerCases(scene.watches)) {
		if (placeOf(`${subject.service} ${one.name}`) >= share) continue;
		await tryTrigger({ subject, scene, secrets }, one, tally);
	}
	await scene.close();
}

async function hostileOf(
	subject: Subject,
	share: number,
	tally: Tally,
	secrets: SecretWatch,
): Promise<void> {
	const scene = await subject.open();
	secrets.add(scene.key);
	const allowed = scene.steps.flatMap(({ endpoints }) =>
		endpoints.map((endpoint) => endpoint.replace(' ', ` ${scene.basePath}`)),
	);
	const steps = scene.steps.map((step) => ({
		...step,
		endpoints: step.endpoints.map((endpoint) => endpoint.replace(' ', ` ${scene.basePath}`)),
	}));
	const work = steps.flatMap((step) =>
		placesOf(step.parameters())
			.filter((place) => placeOf(`${step.name} ${place.join()}`) < share)
			.map((place) => ({ step, place })),
	);
	await inLanes(LANES, work, async ({ step, place }) => {
		await tryPlace({ subject, scene, secrets, allowed }, step, place, tally);
	});
	await scene.close();
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** A place between 0 and 1 that a name always has: which cases a share of them takes. */
function placeOf(name: string): number {
	let hash = 2_166_136_261;
	for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
	return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
