import type { IPollFunctions } from 'n8n-workflow';

import { FieldMemory, MOST_WATCHED_RECORDS } from './fieldMemory';
import { numericId } from './ids';
import type { AdvanceRules, ChangeRow, FieldsToWatch, PollState } from './types';

/** Pages of the first reading that one poll reads; the next poll goes on. */
const MAX_PAGES = 20;

/** The memory of the fields that a trigger watches, for the length of one poll. */
export class WatchedFields {
	private readonly memory: FieldMemory;

	/** Where the first reading of all records stands; undefined once it is done. */
	private walk: { cursor?: string } | undefined;

	constructor(
		private readonly watched: FieldsToWatch,
		start: PollState,
	) {
		const kept = FieldMemory.from(start.fields, watched.names);
		this.memory = kept ?? new FieldMemory(watched.names);
		this.walk = kept ? start.walk : {};
	}

	/** For `advance`. */
	get rules(): NonNullable<AdvanceRules['fields']> {
		return {
			compare: (row) => {
				const id = numericId(row.id);
				return id === undefined ? undefined : this.memory.compare(id, this.watched.read(row));
			},
			remember: (row) => this.remember(row),
		};
	}

	/**
	 * Reads on in the list of all records, so that their first change can be told. What changes meanwhile is compared
	 * with what was read.
	 *
	 * @returns whether everything has been read
	 * @throws what the list throws, with what was read before remembered
	 */
	async readAll(hasTime: () => boolean): Promise<boolean> {
		for (let pages = 0; this.walk && pages < MAX_PAGES && (pages === 0 || hasTime()); pages++) {
			const { rows, next } = await this.watched.all.page(this.walk.cursor);
			for (const row of rows) this.remember(row);
			this.walk = next === undefined ? undefined : { cursor: next };
		}
		return this.walk === undefined;
	}

	/** The state with what the fields hold now. */
	keepIn(state: PollState, context: IPollFunctions): PollState {
		const fields = this.memory.keep();
		if (this.memory.isFull) {
			context.logger.warn(
				`Fields to Watch remembers the newest ${MOST_WATCHED_RECORDS} records. A change of an older one is only noticed from its second change on.`,
			);
		}
		const next: PollState = { ...state, fields };
		if (this.walk) next.walk = this.walk;
		else delete next.walk;
		return next;
	}

	private remember(row: ChangeRow): void {
		const id = numericId(row.id);
		if (id !== undefined) this.memory.remember(id, this.watched.read(row));
	}
}
