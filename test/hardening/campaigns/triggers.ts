import { pollEngines, PollSimulator, type PollEngine } from '../../support/pollSimulator';
import { faults, type Fault } from '../server/faults';
import { FaultyDoor } from '../server/door';
import type { Scene, Subject, Watch } from '../subjects/subject';
import { wholeText, type SecretWatch } from '../world/secrets';
import { objectionsToText } from '../world/texts';
import { realSleep } from '../world/time';
import { LASTING } from './faults';

/** Real milliseconds in which the services' clocks move on by some seconds. */
const A_MOMENT = 40;

type When = 'while it is armed' | 'in a poll';

export interface TriggerCase {
	watch: Watch;
	engine: PollEngine;
	fault: Fault;
	times: number;
	when: When;
	name: string;
}

/** Every trigger under every engine with every fault, in a poll and while it is armed. */
export function triggerCases(service: string, watches: readonly Watch[]): TriggerCase[] {
	return watches.flatMap((watch) =>
		pollEngines.flatMap((engine) =>
			faults.flatMap((fault) =>
				(['in a poll', 'while it is armed'] as const).flatMap((when) =>
					[LASTING, 1]
						.filter((times) => !(fault.isRefused && times === 1))
						.map((times) => ({
							...{ watch, engine, fault, times, when },
							name: `${service} ${watch.name}, ${engine}: ${fault.name} ${when}${times === 1 ? ' once' : ''}`,
						})),
				),
			),
		),
	);
}

/** Runs one case: the fault, then a clean poll that has to hand out what happened, once. */
export async function tryTrigger(
	{ subject, scene, secrets }: { subject: Subject; scene: Scene; secrets: SecretWatch },
	{ watch, engine, fault, times, when, name }: TriggerCase,
): Promise<string[]> {
	const door = await FaultyDoor.open(scene.url, scene.refusalBody);
	try {
		const simulator = await PollSimulator.create({
			engine,
			nodeType: subject.trigger(),
			parameters: watch.parameters,
			credentials: scene.credentials(door.url),
			// Time passes fast here, and a busy machine must not use a poll's time up.
			budgetMs: 3_600_000,
		});
		const objections =
			when === 'in a poll'
				? await faultInPoll(simulator, door, watch, fault, times)
				: await faultWhileArmed(simulator, door, watch, fault, times);
		const shown = wholeText([simulator.errors, simulator.items, stateOf(simulator)]);
		if (!secrets.isClean(name, shown)) objections.push('the key can be read');
		return objections;
	} finally {
		await door.close();
		scene.forget();
	}
}

async function faultInPoll(
	simulator: PollSimulator,
	door: FaultyDoor,
	watch: Watch,
	fault: Fault,
	times: number,
): Promise<string[]> {
	await simulator.activate();
	await realSleep(A_MOMENT);
	await simulator.tick();
	await realSleep(A_MOMENT);
	const told = watch.happen();
	await realSleep(A_MOMENT);
	const before = stateOf(simulator);
	const seen = door.seen.length;
	await door.set(fault, 1, times);
	await simulator.tick();
	await door.clear();
	const { errors } = simulator;
	const objections = errors.flatMap(objectionsToError);
	if (errors.length === 0) {
		if (door.seen.length === seen && !fault.isRefused)
			objections.push('the poll asked for nothing');
		if (times === LASTING && !fault.isEmptyList) {
			objections.push('a poll that learnt nothing counts as success');
		}
	} else if (stateOf(simulator) !== before) {
		objections.push('a poll that failed changed the state');
	}
	if (fault.isLong) return objections;
	return [...objections, ...(await toldOnce(simulator, told))];
}

async function faultWhileArmed(
	simulator: PollSimulator,
	door: FaultyDoor,
	watch: Watch,
	fault: Fault,
	times: number,
): Promise<string[]> {
	await door.set(fault, 1, times);
	const thrown = await simulator.activate().then(
		() => undefined,
		(error: Error) => error,
	);
	if (!thrown && simulator.errors.length === 0) await simulator.tick();
	await door.clear();
	const errors = thrown ? [thrown, ...simulator.errors] : simulator.errors;
	const objections = errors.flatMap(objectionsToError);
	if (times === LASTING && errors.length === 0 && !fault.isEmptyList) {
		objections.push('armed without having learnt anything');
	}
	if (fault.isLong) return objections;
	if (thrown) await simulator.activate();
	await realSleep(A_MOMENT);
	await simulator.tick();
	await realSleep(A_MOMENT);
	const told = watch.happen();
	await realSleep(A_MOMENT);
	return [...objections, ...(await toldOnce(simulator, told))];
}

async function toldOnce(simulator: PollSimulator, told: string): Promise<string[]> {
	await simulator.tick();
	await realSleep(A_MOMENT);
	await simulator.tick();
	const count = simulator.items.filter((item) => wholeText(item).includes(told)).length;
	return count === 1 ? [] : [`told ${count} times instead of once`];
}

function objectionsToError(error: Error): string[] {
	return objectionsToText(error.message, 'description' in error ? error.description : undefined);
}

/** Everything that n8n keeps of a trigger. */
const stateOf = ({ database }: PollSimulator): string =>
	JSON.stringify([database.readStaticData(), [...database['cursors']]]);
