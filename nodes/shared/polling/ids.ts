import { packNumber, PackedReader } from './packed';

/** From so many consecutive IDs on, writing their number is shorter. */
const SHORTEST_RUN = 3;

/** Precedes the length of a run; as a difference it cannot occur. */
const RUN = packNumber(0);

/**
 * The ID of a record as a number, for triggers that compare IDs.
 *
 * @returns undefined for anything but a whole number from 0 up that JavaScript can count with
 */
export function numericId(value: unknown): number | undefined {
	if (typeof value !== 'number' && !(typeof value === 'string' && /^\d+$/.test(value))) {
		return undefined;
	}
	const id = Number(value);
	return Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}

/** Rising IDs as short text: their differences, and lengths of runs without gaps. */
export function packIds(ids: readonly number[]): string {
	let text = '';
	let before = -1;
	for (let index = 0; index < ids.length; ) {
		let run = 0;
		while (ids[index + run] === before + run + 1) run += 1;
		if (run >= SHORTEST_RUN) {
			text += RUN + packNumber(run);
			index += run;
		} else {
			text += packNumber(ids[index] - before);
			index += 1;
		}
		before = ids[index - 1];
	}
	return text;
}

/** The IDs again. @throws RangeError for text that is none */
export function unpackIds(text: string): number[] {
	const reader = new PackedReader(text);
	const ids: number[] = [];
	let before = -1;
	while (!reader.isAtEnd) {
		const difference = reader.number();
		const run = difference === 0 ? reader.number() : 1;
		if (difference !== 0) before += difference - 1;
		for (let step = 0; step < run; step++) ids.push(++before);
	}
	return ids;
}
