import { numericId } from './ids';
import { MARK_LENGTH, packNumber, PackedReader } from './packed';
import type { SeenRow } from './types';

/** The rows that have been dealt with, as they are kept. JSON. */
export interface PackedSeen {
	/** The latest of their times. */
	latest: number;
	/** What times are multiples of: whole seconds take less room. */
	unit: number;
	/** Rows with numeric IDs: difference of the ID to the one before, distance to `latest`, mark. Packed. */
	rows: string;
	/** Rows with other IDs. */
	others?: Array<[id: string, at: number, mark: string]>;
}

const SECOND = 1_000;

/** Times of rows as short text. */
export function packSeen(seen: Readonly<Record<string, SeenRow>>): PackedSeen {
	const entries = Object.entries(seen);
	const latest = entries.reduce((time, [, [at]]) => Math.max(time, at), 0);
	const isInSeconds = entries.every(([, [at]]) => (latest - at) % SECOND === 0);
	const unit = isInSeconds ? SECOND : 1;
	const numbered: Array<[id: number, row: SeenRow]> = [];
	const others: PackedSeen['others'] = [];
	for (const [id, row] of entries) {
		const number = numericId(id);
		const isPackable =
			number !== undefined &&
			String(number) === id &&
			row[1].length === MARK_LENGTH &&
			isWhole(row[0]);
		if (isPackable) numbered.push([number, row]);
		else others.push([id, ...row]);
	}
	numbered.sort(([a], [b]) => a - b);
	let before = 0;
	let rows = '';
	for (const [id, [at, mark]] of numbered) {
		rows += packNumber(id - before) + packNumber((latest - at) / unit) + mark;
		before = id;
	}
	return { latest, unit, rows, ...(others.length > 0 ? { others } : {}) };
}

const isWhole = (at: number): boolean => Number.isSafeInteger(at);

/** The rows again; undefined for text that is none. */
export function unpackSeen({ latest, unit, rows, others = [] }: PackedSeen) {
	const seen: Record<string, SeenRow> = {};
	const reader = new PackedReader(rows);
	let id = 0;
	try {
		while (!reader.isAtEnd) {
			id += reader.number();
			const at = latest - reader.number() * unit;
			seen[String(id)] = [at, reader.characters(MARK_LENGTH)];
		}
	} catch {
		return undefined;
	}
	for (const [other, at, mark] of others) seen[other] = [at, mark];
	return seen;
}

/** Whether something kept has the form of packed rows. */
export function isPackedSeen(value: unknown): value is PackedSeen {
	if (typeof value !== 'object' || value === null) return false;
	const { latest, unit, rows, others } = value as Record<string, unknown>;
	if (![latest, unit].every((number) => typeof number === 'number' && Number.isFinite(number))) {
		return false;
	}
	return typeof rows === 'string' && (others === undefined || areOthers(others));
}

const areOthers = (value: unknown): boolean =>
	Array.isArray(value) &&
	value.every(
		(entry) =>
			Array.isArray(entry) &&
			typeof entry[0] === 'string' &&
			typeof entry[1] === 'number' &&
			typeof entry[2] === 'string',
	);
