import type { GenericValue, IDataObject } from 'n8n-workflow';

import { stableText } from './hash';
import { MARK_LENGTH, packMark, packNumber, PackedReader } from './packed';

/** More records are not remembered: see `FieldMemory`. */
export const MOST_WATCHED_RECORDS = 20_000;

/** Longer values are only remembered by a fingerprint: a change is seen, the value before is not known. */
const LONGEST_VALUE = 80;

/** Distinct values that are remembered as they are. */
const MOST_VALUES = 400;

/** In place of the number of a value: a fingerprint follows. */
const MARKED = packNumber(0);

/** What a look at a record amounts to. */
export interface FieldChange {
	/** Names of the watched fields that are not what they were, in the user's order. */
	changedFields: string[];
	/** Their values before, where those are known. */
	previous: IDataObject;
}

/** The memory as it is kept. JSON. */
export interface KeptFields {
	/** Names of the fields, in the user's order. */
	names: string[];
	/** Distinct values, as JSON text. */
	values: string[];
	/** Per record: difference of its ID to the one before, then each value. Packed. */
	records: string;
}

/** A remembered value: a place among the values, or a fingerprint. */
type Token = number | string;

/**
 * What the watched fields of each record last held, small enough to be kept between polls: stages, owners and statuses
 * take few different values, so a record costs a few characters. Records above `MOST_WATCHED_RECORDS` are forgotten,
 * lowest ID first, and their next change then counts as a first sight.
 */
export class FieldMemory {
	/** Whether records had to be forgotten. */
	isFull = false;

	private readonly values: string[] = [];

	private readonly places = new Map<string, number>();

	private readonly records = new Map<number, Token[]>();

	constructor(private readonly names: readonly string[]) {}

	get size(): number {
		return this.records.size;
	}

	/**
	 * Compares a record with what was remembered.
	 *
	 * @param fields values by name; a name that is not there counts as empty
	 * @returns undefined at first sight of a record, which is not a change
	 */
	compare(id: number, fields: IDataObject): FieldChange | undefined {
		const known = this.records.get(id);
		if (!known) return undefined;
		const changedFields: string[] = [];
		const previous: IDataObject = {};
		this.names.forEach((name, index) => {
			const before = known[index];
			if (this.isSame(before, textOf(fields[name]))) return;
			changedFields.push(name);
			if (typeof before !== 'number') return;
			previous[name] = JSON.parse(this.values[before]) as GenericValue;
		});
		return { changedFields, previous };
	}

	/** Remembers a record as it is now. */
	remember(id: number, fields: IDataObject): void {
		const tokens = this.names.map((name) => this.token(textOf(fields[name])));
		this.records.set(id, tokens);
	}

	/** Forgets a record. */
	forget(id: number): void {
		this.records.delete(id);
	}

	/** The memory as plain JSON. */
	keep(): KeptFields {
		const used = new Map<number, number>();
		const values: string[] = [];
		const renumber = (place: number): number => {
			const known = used.get(place);
			if (known !== undefined) return known;
			used.set(place, values.length);
			values.push(this.values[place]);
			return values.length - 1;
		};
		const ids = [...this.records.keys()].sort((a, b) => a - b);
		if (ids.length > MOST_WATCHED_RECORDS) this.isFull = true;
		let before = 0;
		let records = '';
		for (const id of ids.slice(-MOST_WATCHED_RECORDS)) {
			records += packNumber(id - before);
			before = id;
			for (const token of this.records.get(id) ?? []) {
				records += typeof token === 'number' ? packNumber(renumber(token) + 1) : MARKED + token;
			}
		}
		return { names: [...this.names], values, records };
	}

	/**
	 * The memory again.
	 *
	 * @param kept whatever was found where it is kept
	 * @returns undefined when nothing usable is there, or when other fields were watched
	 */
	static from(kept: unknown, names: readonly string[]): FieldMemory | undefined {
		if (!isKeptFields(kept) || kept.names.join('\n') !== names.join('\n')) return undefined;
		const memory = new FieldMemory(names);
		for (const value of kept.values) memory.token(value);
		try {
			memory.read(new PackedReader(kept.records), kept.values.length);
		} catch {
			return undefined;
		}
		return memory;
	}

	private read(reader: PackedReader, values: number): void {
		let id = 0;
		while (!reader.isAtEnd) {
			id += reader.number();
			const tokens = this.names.map((): Token => {
				const place = reader.number();
				if (place > values) throw new RangeError('Not one of the values');
				return place === 0 ? reader.characters(MARK_LENGTH) : place - 1;
			});
			this.records.set(id, tokens);
		}
	}

	private token(text: string): Token {
		const known = this.places.get(text);
		if (known !== undefined) return known;
		if (text.length > LONGEST_VALUE || this.values.length >= MOST_VALUES) return packMark(text);
		this.places.set(text, this.values.length);
		return this.values.push(text) - 1;
	}

	private isSame(before: Token, text: string): boolean {
		return before === (typeof before === 'number' ? this.places.get(text) : packMark(text));
	}
}

/** Missing, null and empty are the same: services leave empty fields out or send them, as they like. */
function textOf(value: unknown): string {
	return value === undefined || value === '' ? 'null' : stableText(value);
}

function isKeptFields(kept: unknown): kept is KeptFields {
	if (typeof kept !== 'object' || kept === null) return false;
	const { names, values, records } = kept as Record<string, unknown>;
	return isTexts(names) && isTexts(values) && typeof records === 'string';
}

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((entry) => typeof entry === 'string');
