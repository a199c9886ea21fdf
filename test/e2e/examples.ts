import { needed, running } from './running';
import { runByHand, type FinishedExecution } from '../../scripts/start/executions';
import type { NodeWithFields } from '../../scripts/start/mapperSchema';
import { sleep } from '../../scripts/start/machine';
import { importExample, readExample, switchOn, type Stored } from '../../scripts/start/workflows';

const runLimitMs = 90_000;

/** What a user changes in nodes of an imported example, by the name of the node. */
export type Choices = Record<string, Record<string, unknown>>;

/** An example in n8n. */
export interface Imported {
	stored: Stored;
	/** Its nodes as they were imported. */
	nodes: NodeWithFields[];
}

/** Imports an example with the credentials of the sandboxes, and makes the choices that it leaves to its user. */
export async function imported(
	file: string,
	choices: Choices = {},
	others: Array<{ id: string; name: string; type: string }> = [],
): Promise<Imported> {
	const { client, credentials } = running();
	const example = readExample(file);
	for (const [name, parameters] of Object.entries(choices)) {
		const node = example.nodes.find((one) => one.name === name);
		Object.assign(needed(node, `${file} has no node "${name}"`).parameters, parameters);
	}
	const all = [
		...Object.values(credentials),
		...others.map((other) => ({ ...other, hasMoved: false })),
	];
	return { stored: await importExample(client, example, all), nodes: example.nodes };
}

/**
 * Publishes it, so that its triggers wait for what happens from now on. n8n publishes in the background: a trigger that
 * polls has noted how things stand when the workflow keeps something about it.
 */
export async function publish({ stored, nodes }: Imported): Promise<void> {
	const { client } = running();
	await switchOn(client, stored, false);
	const hasPolled = async () => {
		const { staticData } = await client.get<{ staticData?: object | null }>(
			`/workflows/${stored.id}`,
		);
		return Object.keys(staticData ?? {}).length > 0;
	};
	if (!nodes.some(({ parameters }) => parameters.pollTimes)) return;
	for (let seconds = 0; seconds < 60; seconds++) {
		if (await hasPolled()) return;
		await sleep(1000);
	}
	throw new Error(`${stored.name} has not polled within a minute after it was published`);
}

/** Runs it from its trigger, as the editor's button does. Throws an Error when the run does not end well. */
export async function runOnce({ stored, nodes }: Imported): Promise<FinishedExecution> {
	const trigger = nodes.find(({ type }) => /Trigger$/.test(type));
	const { name } = needed(trigger, `${stored.name} has no trigger`);
	const execution = await runByHand(running().client, stored.id, name, runLimitMs);
	if (execution.status === 'success') return execution;
	throw new Error(`${stored.name} ended as ${execution.status}: ${execution.reason}`);
}

/** What a node of an execution put out. */
export const outputOf = ({ nodes }: FinishedExecution, name: string) =>
	nodes.find((node) => node.name === name)?.items ?? [];
