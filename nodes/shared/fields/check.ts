import { parseDay, parseMoment, parseWallTime } from './dates';
import type { Field } from './types';

/** How a service wants checked values written. */
export interface ValueLayout {
	/** A moment, from milliseconds UTC. */
	dateTime(utc: number): string;
	/** A day, from `yyyy-MM-dd`. */
	date(day: string): string;
	/**
	 * A moment that the user gave without a zone, for services whose times carry none either: written without moving it.
	 * Default: it is read in the user's zone.
	 */
	localDateTime?(wallTime: number): string;
	/** Several choices. Default: as an array. */
	choices?(values: unknown[]): unknown;
	/** A yes or no. Default: true or false. */
	boolean?(value: boolean): unknown;
}

/** A value as the service wants it, or what is wrong with it. */
export type CheckedValue = { value: unknown } | { complaint: string };

const complain = (complaint: string): CheckedValue => ({ complaint });

/**
 * Converts what a form, an expression or another node gives to what the service takes, and refuses what cannot be right:
 * text that is too long, numbers and dates that are none, choices outside a closed list. Null clears a field.
 * `timezone` is where dates without a zone are read.
 */
export function checkValue(
	field: Field,
	value: unknown,
	layout: ValueLayout,
	timezone: string,
): CheckedValue {
	if (value === null) return { value: null };
	switch (field.kind) {
		case 'text':
			return checkText(field, value);
		case 'integer':
		case 'decimal':
			return checkNumber(field, value);
		case 'boolean':
			return checkBoolean(value, layout);
		case 'date': {
			if (value === '') return { value: null };
			const day = parseDay(value, timezone);
			return day === undefined ? notADate(value) : { value: layout.date(day) };
		}
		case 'dateTime': {
			if (value === '') return { value: null };
			const wallTime = layout.localDateTime && parseWallTime(value);
			if (wallTime !== undefined) return { value: layout.localDateTime?.(wallTime) };
			const moment = parseMoment(value, timezone);
			return moment === undefined ? notADate(value) : { value: layout.dateTime(moment) };
		}
		case 'choice':
			return checkChoice(field, value);
		case 'choices':
			return checkChoices(field, value, layout);
		case 'json':
			return checkJson(value);
	}
}

const shown = (value: unknown): string => {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const notADate = (value: unknown): CheckedValue =>
	complain(`"${shown(value)}" is not a date. Write it like 2026-01-31 or 2026-01-31T14:30:00Z`);

function checkText(field: Field, value: unknown): CheckedValue {
	if (typeof value === 'object') return complain('expects text, not an object or a list');
	const text = String(value);
	if (field.maxLength !== undefined && text.length > field.maxLength) {
		return complain(`has ${text.length} characters, at most ${field.maxLength} are possible`);
	}
	return { value: text };
}

function checkNumber(field: Field, value: unknown): CheckedValue {
	if (value === '') return { value: null };
	const number = typeof value === 'string' ? Number(value.trim()) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) {
		return complain(`"${shown(value)}" is not a number`);
	}
	if (field.kind === 'integer' && !Number.isInteger(number)) {
		return complain(`"${shown(value)}" is not a whole number`);
	}
	return { value: number };
}

const YES = [true, 1, 'true', '1', 'yes'];
const NO = [false, 0, 'false', '0', 'no'];

function checkBoolean(value: unknown, layout: ValueLayout): CheckedValue {
	const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (plain === '') return { value: null };
	const yes = YES.some((word) => word === plain);
	if (!yes && !NO.some((word) => word === plain)) {
		return complain(`"${shown(value)}" is neither true nor false`);
	}
	return { value: layout.boolean ? layout.boolean(yes) : yes };
}

function checkChoice(field: Field, value: unknown): CheckedValue {
	if (typeof value === 'object') return complain('expects one value, not an object or a list');
	if (value === '') return { value: null };
	const wanted = String(value).trim().toLowerCase();
	const found = field.choices?.find(
		(one) => String(one.value).toLowerCase() === wanted || one.name.toLowerCase() === wanted,
	);
	if (found) return { value: found.value };
	if (field.closed) {
		const names = field.choices?.map((one) => String(one.value)).join(', ');
		return complain(`"${shown(value)}" is not one of: ${names}`);
	}
	const number = Number(value);
	if (field.list !== undefined) {
		return Number.isInteger(number)
			? { value: number }
			: complain(`"${shown(value)}" is not an ID. Pick an entry from the list or give its ID`);
	}
	return { value };
}

function checkChoices(field: Field, value: unknown, layout: ValueLayout): CheckedValue {
	const many = Array.isArray(value) ? value : String(value).split(/[;,]/);
	const picked: unknown[] = [];
	for (const one of many) {
		const checked = checkChoice(field, typeof one === 'string' ? one.trim() : one);
		if ('complaint' in checked) return checked;
		if (checked.value !== null) picked.push(checked.value);
	}
	return { value: layout.choices ? layout.choices(picked) : picked };
}

function checkJson(value: unknown): CheckedValue {
	if (typeof value !== 'string') return { value };
	if (value.trim() === '') return { value: null };
	try {
		return { value: JSON.parse(value) as unknown };
	} catch {
		return complain('is not valid JSON');
	}
}
