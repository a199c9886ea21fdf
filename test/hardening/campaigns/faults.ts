import { faults, type Fault } from '../server/faults';
import type { SeenRequest } from '../server/door';
import type { Step } from '../subjects/subject';
import { isInSample } from '../world/sample';
import { objectionsToText, SAYS_AGAIN, SAYS_PERHAPS, SAYS_REPEATED } from '../world/texts';
import { runTwo, type ItemOutcome, type Outcome, type Plan, type Where } from './run';

/** Positions at which a fault is tried: the first, second and third request of an operation. */
const POSITIONS = [1, 2, 3];

/** Tries that the request engine makes of one request, and downloads that it makes of one file. */
const MOST_TRIES = 5;
const MOST_DOWNLOADS = 3;

/** A fault that every further request meets. */
export const LASTING = 1_000_000;

export interface FaultCase extends Plan {
	name: string;
}

/** Every fault at every position that an operation reaches, for good and once. */
export const casesOf = (service: string, step: Step, { first }: Outcome): FaultCase[] =>
	casesUpTo(service, step, first.requests.length);

/** Whether a case of a step's first request is in a share of all cases; those of the others come along with it. */
export const isTried = (service: string, step: Step, share: number): boolean =>
	casesUpTo(service, step, 1).some(({ name }) => isInSample(name, share));

/** Cases of one request of an operation. */
export const CASES_A_REQUEST = faults.length + faults.filter(({ isRefused }) => !isRefused).length;

function casesUpTo(service: string, step: Pick<Step, 'name'>, reached: number): FaultCase[] {
	return POSITIONS.filter((from) => from <= reached).flatMap((from) =>
		faults.flatMap((fault) =>
			[LASTING, 1]
				.filter((times) => !(fault.isRefused && times === 1))
				.map((times) => ({
					...{ fault, from, times },
					name: `${service} ${step.name}: ${fault.name} at request ${from}${times === 1 ? ' once' : ''}`,
				})),
		),
	);
}

/** Runs one case and gives what there is to object to. */
export async function tryCase(
	where: Where,
	step: Step,
	baseline: Outcome,
	one: FaultCase,
): Promise<string[]> {
	const outcome = await runTwo(where, step, one);
	return [
		...objectionsToFirst(one, outcome.first, baseline.first),
		...objectionsToSecond(one, outcome, baseline),
		...(outcome.isClean ? [] : ['the key can be read']),
		...(outcome.stopped ? [`the whole run stopped: ${outcome.stopped}`] : []),
	];
}

const isWrite = ({ method }: SeenRequest): boolean => method !== 'GET';

const alike = (one: SeenRequest) => (other: SeenRequest) =>
	one.method === other.method && one.path === other.path && one.body.equals(other.body);

function objectionsToFirst(
	{ fault, from, times }: FaultCase,
	{ failed, requests, items }: ItemOutcome,
	baseline: ItemOutcome,
): string[] {
	const most = baseline.requests.length + (MOST_TRIES - 1) * MOST_DOWNLOADS + MOST_DOWNLOADS;
	const objections = requests.length > most ? [`${requests.length} requests`] : [];
	if (failed) {
		objections.push(...objectionsToText(failed.message, failed.description));
	}
	const met = requests[from - 1];
	if (!met) return fault.isRefused ? [...objections, ...mustFail(failed)] : objections;
	const tries = requests.filter(alike(met)).length;
	if (failed && tries === 1 && SAYS_REPEATED.test(textOf(failed))) {
		objections.push('says that it was repeated, which it was not');
	}
	if (isWrite(met)) {
		return [...objections, ...objectionsToWrite(fault, times, met, tries, failed, baseline, from)];
	}
	if (times === 1 && fault.passes) {
		const isNotThere = fault.isEmpty === true && failed && NOT_THERE.test(textOf(failed));
		if (failed && !baseline.failed && !isNotThere && !isFile(met)) {
			objections.push(`a read was not repeated: ${textOf(failed)}`);
		}
		if (!failed && items.length === 0 && baseline.items.length > 0) objections.push('no items');
		return objections;
	}
	const usual = baseline.requests[from - 1];
	if (!failed && fault.isEmptyList && usual?.isList) return objections;
	if (times === 1 && !failed) return objections;
	return [...objections, ...mustFail(failed)];
}

function objectionsToWrite(
	fault: Fault,
	times: number,
	met: SeenRequest,
	tries: number,
	failed: ItemOutcome['failed'],
	baseline: ItemOutcome,
	from: number,
): string[] {
	if (fault.write === 'not made') {
		if (times === 1 && fault.passes && !failed) return [];
		return mustFail(failed);
	}
	const isRepeatable = REPEATABLE.test(`${met.path} ${met.body.toString()}`);
	if (isRepeatable && failed) return [];
	const objections: string[] = [];
	if (tries > 1 && !isRepeatable) {
		objections.push(`a write was sent ${tries} times`);
	}
	const usual = baseline.requests[from - 1];
	const answersNothing = usual?.saidNothing === true;
	if (!failed && answersNothing && fault.isEmpty) return objections;
	if (!failed && tries > 1 && times === 1) return objections;
	objections.push(...mustFail(failed));
	if (failed && !SAYS_PERHAPS.test(textOf(failed))) {
		objections.push(`does not say that it is perhaps written: ${textOf(failed)}`);
	} else if (failed && SAYS_AGAIN.test(textOf(failed))) {
		objections.push(`leads to the same write again: ${textOf(failed)}`);
	}
	return objections;
}

/** Requests that are sent as writes and do no harm when they are sent twice. */
const REPEATABLE =
	/\/insights\/viewed\/|\/exports\/ |\/MergeDocument\/\d+ |\/sharing.*"enabled":(true|false)/;

/** Where a service may answer with nothing at all, nothing means that there is none. */
const NOT_THERE = /has no such/;

/** A file that has just been made is asked for once, within the time that is left; the text says to run again. */
const isFile = ({ path }: SeenRequest): boolean => /\/exports\/\d+\/content/.test(path);

const mustFail = (failed: ItemOutcome['failed']): string[] => (failed ? [] : ['counts as success']);

const textOf = ({ message, description }: NonNullable<ItemOutcome['failed']>): string =>
	`${String(message)} | ${String(description)}`;

/** Earlier cases have left records with the same value; then nothing may be written. */
const NOT_UNIQUE = /^Several .* nothing was written/;

/** The item beside it comes out as usual, unless the first one has changed what it would have met. */
function objectionsToSecond(
	{ fault }: FaultCase,
	{ first, second }: Outcome,
	baseline: Outcome,
): string[] {
	if (fault.isLong && first.failed) {
		const isSame = second.failed?.message === first.failed.message;
		if (!isSame) return ['the long pause was not remembered'];
		return second.requests.length > 0 ? ['asked again during a long pause'] : [];
	}
	if (second.failed) {
		const isUsual =
			(baseline.second.failed !== undefined && !first.failed) ||
			NOT_UNIQUE.test(textOf(second.failed));
		return isUsual ? [] : [`the other item failed: ${textOf(second.failed)}`];
	}
	const usual = baseline.second.failed ? baseline.first : baseline.second;
	return second.items.length === 0 && usual.items.length > 0 ? ['the other item is missing'] : [];
}
