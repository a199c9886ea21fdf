/* eslint-disable @n8n/community-nodes/no-restricted-globals */
/** A process that lives through histories, as `crew.ts` asks for them. */
import './atOnce';
import { tryMutant, type MutantTask } from './mutate';
import { runChunk } from './runs';
import type { Chunk } from './totals';

/** A part of the work. */
export type Task = { kind: 'histories'; chunk: Chunk } | { kind: 'mutant'; task: MutantTask };

async function work(task: Task): Promise<unknown> {
	return task.kind === 'histories' ? await runChunk(task.chunk) : await tryMutant(task.task);
}

process.on('message', (task: Task) => {
	void work(task).then(
		(result) => process.send?.({ result }),
		(error: Error) => process.send?.({ error: error.stack ?? error.message }),
	);
});
