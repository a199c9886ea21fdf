import { isOk, type Answer } from './probe';

/** Records that were made to be looked at, and how each goes away again. */
export class Scratch {
	private readonly leftovers: Array<{ what: string; remove(): Promise<Answer> }> = [];

	/** Remembers a record that was made. */
	add(what: string, remove: () => Promise<Answer>): void {
		this.leftovers.push({ what, remove });
	}

	/** Removes everything, newest first; returns what could not be removed. */
	async clean(): Promise<string[]> {
		const stayed: string[] = [];
		for (const { what, remove } of this.leftovers.splice(0).reverse()) {
			const isGone = await remove().then(
				(answer) => isOk(answer) || answer.status === 404,
				() => false,
			);
			if (!isGone) stayed.push(what);
		}
		return stayed;
	}
}

/** Name of everything that is made, so that a person who meets it knows what it is. */
export const SCRATCH_NAME = 'Throw-away record of verify:live';
