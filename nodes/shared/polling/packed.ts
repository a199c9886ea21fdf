/** Safe in JSON, and not longer there. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Five bits a character; the sixth says that more follow. */
const BASE = 32;

const VALUES: ReadonlyMap<string, number> = new Map(
	[...DIGITS].map((digit, value) => [digit, value]),
);

/** A whole number of 0 or more as text: one character up to 31, two up to 1,023, and so on. */
export function packNumber(value: number): string {
	let text = '';
	let rest = value;
	while (rest >= BASE) {
		text += DIGITS[BASE + (rest % BASE)];
		rest = Math.floor(rest / BASE);
	}
	return text + DIGITS[rest];
}

/** Reads packed text from its beginning. Text that was cut or is none ends in `RangeError`. */
export class PackedReader {
	private place = 0;

	constructor(private readonly text: string) {}

	get isAtEnd(): boolean {
		return this.place >= this.text.length;
	}

	number(): number {
		let value = 0;
		for (let weight = 1; ; weight *= BASE) {
			const digit = VALUES.get(this.text[this.place++] ?? '');
			if (digit === undefined) throw new RangeError('Not a packed number');
			value += (digit % BASE) * weight;
			if (digit < BASE) return value;
		}
	}

	characters(count: number): string {
		const taken = this.text.slice(this.place, this.place + count);
		if (taken.length < count) throw new RangeError('Packed text was cut');
		this.place += count;
		return taken;
	}
}

/** Characters of a packed fingerprint: 30 bits. */
export const MARK_LENGTH = 5;

/** A fingerprint in five characters. Of a billion pairs of different ones, one is taken for the same. */
export function packMark(text: string): string {
	let low = 0x811c9dc5;
	let high = 0x9747b28c;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		low = Math.imul(low ^ unit, 0x01000193);
		high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 13);
	}
	let bits = (low ^ Math.imul(high ^ (high >>> 15), 0x2c1b3c6d)) >>> 0;
	bits = (bits ^ (bits >>> 15)) >>> 0;
	let mark = '';
	for (let digit = 0; digit < MARK_LENGTH; digit++) {
		mark += DIGITS[bits % 64];
		bits = Math.floor(bits / 64);
	}
	return mark;
}
