import type { JsonObject } from '../../shared/json';

interface Entry {
	row: JsonObject;
	/** Counts the changes of this row. */
	version: number;
}

/** Rows by number, in ascending order of it. Rows are replaced, never changed in place. */
export class Table {
	private readonly entries = new Map<number, Entry>();

	private ids: number[] = [];

	private changes = 0;

	/** @param next the number the first row gets */
	constructor(private next: number) {}

	get size(): number {
		return this.ids.length;
	}

	/** Moves on with every change of the table, so that results can be kept until then. */
	get revision(): number {
		return this.changes;
	}

	/** The number the next row gets. */
	nextId(): number {
		return this.next;
	}

	/** Adds a row, or replaces the one of this number. */
	put(id: number, row: JsonObject): void {
		const known = this.entries.get(id);
		this.changes += 1;
		if (known) {
			known.row = row;
			known.version += 1;
			return;
		}
		this.entries.set(id, { row, version: 1 });
		if (id >= this.next) {
			this.ids.push(id);
			this.next = id + 1;
		} else {
			this.ids.splice(this.position(id), 0, id);
		}
	}

	get(id: number): JsonObject | undefined {
		return this.entries.get(id)?.row;
	}

	/** How often the row was written; 0 when there is none. */
	versionOf(id: number): number {
		return this.entries.get(id)?.version ?? 0;
	}

	delete(id: number): boolean {
		if (!this.entries.delete(id)) return false;
		this.changes += 1;
		this.ids.splice(this.position(id), 1);
		return true;
	}

	/** Numbers in ascending order; a window of them costs no more than its size. */
	idsBetween(from = 0, to = this.ids.length): number[] {
		return this.ids.slice(from, to);
	}

	/** Every row in ascending order of its number. */
	rows(): JsonObject[] {
		return this.ids.map((id) => (this.entries.get(id) as Entry).row);
	}

	/** Numbers of the rows that pass a test, ascending. */
	idsWhere(passes: (row: JsonObject) => boolean): number[] {
		return this.ids.filter((id) => passes((this.entries.get(id) as Entry).row));
	}

	/** Where a number stands, or would stand. */
	private position(id: number): number {
		let low = 0;
		let high = this.ids.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.ids[middle] < id) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
