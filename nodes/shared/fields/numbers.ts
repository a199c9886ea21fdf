import { shown } from '../form/shown';

/** A number as people write it: digits, perhaps a sign and a point. No 1e3, no 0x1F, no commas, which mean two things. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** A number, or what is wrong with what was given. */
export type ReadNumber = { number: number } | { complaint: string };

/**
 * The number that a value is: one already, or a text in decimal spelling. One that could not be kept as exactly as it was
 * given is refused: beyond 2^53 whole numbers are rounded, and an ID becomes another record's.
 */
export function readNumber(value: unknown): ReadNumber {
	if (typeof value === 'number') return readExact(value, String(value));
	if (typeof value !== 'string' || !DECIMAL.test(value.trim())) {
		return { complaint: `"${shown(value)}" is not a number` };
	}
	return readExact(Number(value), value.trim());
}

function readExact(number: number, text: string): ReadNumber {
	if (!Number.isFinite(number)) return { complaint: `"${text}" is not a number` };
	const isKept = Number.isInteger(number)
		? Number.isSafeInteger(number)
		: isSameDecimal(number, text);
	if (isKept) return { number };
	return { complaint: `"${shown(text)}" has more digits than can be kept exactly` };
}

/** Whether the digits of a text are still there in the number that it was read as. */
function isSameDecimal(number: number, text: string): boolean {
	const digits = text.replace(/^[+-]?0*\.?0*|\./g, '').replace(/0+$/, '');
	return digits.length <= 15 || digits === String(number).replace(/^-?0*\.?0*|\./g, '');
}
