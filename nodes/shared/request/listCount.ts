import type { ListPage } from './listPage';

/** What the pages of one reading have told of the list's length. */
export class ListCount {
	/** As it was told last. */
	total?: number;

	/** Whether rows went away between two pages. */
	hasFallen = false;

	/** What was told to come later is no part of the list that was asked for. */
	private least?: number;

	note({ total }: ListPage): void {
		if (total === undefined) return;
		if (this.total !== undefined && total < this.total) this.hasFallen = true;
		this.total = total;
		this.least = Math.min(this.least ?? total, total);
	}

	/** How many rows were counted beyond those that came. */
	missingAfter(read: number): number {
		return Math.max(0, (this.least ?? 0) - read);
	}
}
