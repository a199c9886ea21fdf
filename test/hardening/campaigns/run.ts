import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { runNode } from '../../support/runNode';
import type { Fault } from '../server/faults';
import { FaultyDoor, type SeenRequest } from '../server/door';
import type { Scene, Step, Subject } from '../subjects/subject';
import { wholeText, type SecretWatch } from '../world/secrets';
import { onSleep } from '../world/time';

/** A file that comes with every item. */
export const FILE = {
	data: {
		data: Buffer.from('a picture').toString('base64'),
		mimeType: 'image/png',
		fileName: 'a.png',
		fileExtension: 'png',
	},
};

/** What one item came to. */
export interface ItemOutcome {
	items: INodeExecutionData[];
	/** Message and advice of the error, if it failed. */
	failed?: { message: unknown; description: unknown };
	requests: SeenRequest[];
}

export interface Outcome {
	/** The item that met the fault, and one that did not. */
	first: ItemOutcome;
	second: ItemOutcome;
	/** What stopped the whole run, which nothing should. */
	stopped?: string;
	isClean: boolean;
}

/** A fault on its way to the first item. */
export interface Plan {
	fault: Fault;
	from: number;
	times: number;
}

/** Pauses between groups of items that are as long as this mark the border between two items of a lane. */
const BORDER = 7_000_000_000;

const borders = new Map<number, () => Promise<void>>();

onSleep((milliseconds) => {
	if (milliseconds < BORDER) return undefined;
	return borders.get(milliseconds)?.();
});

/** Two items one after the other, with Continue on Fail; the fault is set for the first and gone for the second. */
export async function runTwo(
	{ subject, scene, lane, secrets }: Where,
	step: Step,
	plan?: Plan,
): Promise<Outcome> {
	const door = await FaultyDoor.open(scene.url, scene.refusalBody);
	const mark = BORDER + lane;
	let firstRequests = Infinity;
	borders.set(mark, async () => {
		firstRequests = door.seen.length;
		await door.clear();
	});
	try {
		if (plan) await door.set(plan.fault, plan.from, plan.times);
		const result = await runNode(subject.node(), {
			parameters: withBorder(step.parameters(), mark),
			credentials: scene.credentials(door.url),
			items: [0, 1].map(() => ({ json: {}, binary: FILE })),
			continueOnFail: true,
		});
		const { items, error, runData } = result;
		const text = wholeText([items, error, runData]);
		const requests = [door.seen.slice(0, firstRequests), door.seen.slice(firstRequests)];
		const [first, second] = requests.map((seen, index) => outcomeOf(items, index, seen));
		const isClean =
			secrets.isClean(`output of ${step.name}`, text) &&
			door.seen.every((request) => secrets.isClean(`request of ${step.name}`, said(request)));
		return { first, second, stopped: error?.message, isClean };
	} finally {
		borders.delete(mark);
		await door.close();
	}
}

export interface Where {
	subject: Subject;
	scene: Scene;
	lane: number;
	secrets: SecretWatch;
}

const withBorder = (parameters: INodeParameters, batchInterval: number): INodeParameters => ({
	...parameters,
	requestOptions: { batching: { batch: { batchSize: 1, batchInterval } } },
});

function outcomeOf(
	all: readonly INodeExecutionData[],
	index: number,
	requests: SeenRequest[],
): ItemOutcome {
	const items = all.filter(({ pairedItem }) => (pairedItem as { item: number })?.item === index);
	return { items, requests, failed: items.map(failureIn).find((failed) => failed !== undefined) };
}

/** What an item that goes on after a failure says about it. */
export function failureIn({ json }: INodeExecutionData): ItemOutcome['failed'] {
	const { error, details } = json;
	return typeof error === 'string' && 'details' in json
		? { message: error, description: details }
		: undefined;
}

/** A request as it may be seen by others: everything but the header that carries the key. */
function said({ method, path, headers, body }: SeenRequest): string {
	const others = { ...headers, authorization: '' };
	return `${method} ${path} ${JSON.stringify(others)} ${body.toString('latin1')}`;
}
