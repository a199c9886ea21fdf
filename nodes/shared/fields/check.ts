import { holdsRoundedNumber } from '../request/json';
import { isBlank } from './blank';
import { isNumeric, parseDay, parseMoment, parseWallTime } from './dates';
import { choiceEntries, COMMA_OR_SEMICOLON, listEntries } from './lists';
import { readNumber } from './numbers';
import { shown } from '../form/shown';
import type { Field, FieldChoice } from './types';

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
	/**
	 * Reads a moment in the spelling of the service's own answers, as milliseconds UTC, so that what was read can be written
	 * back; undefined for any other text. For services whose answers say no zone and mean one.
	 */
	readOwn?(text: string): number | undefined;
	/** Several choices. Default: as an array. */
	choices?(values: unknown[]): unknown;
	/** A list given to a field of one text, for services that keep several values that way. Default: it is refused. */
	list?(values: unknown[]): string;
	/** A yes or no. Default: true or false. */
	boolean?(value: boolean): unknown;
}

/**
 * A value as the service wants it, or what is wrong with it. `doubt`: no new record should hold such a value, but one that
 * is there may.
 */
export type CheckedValue = { value: unknown; doubt?: string } | { complaint: string };

const complain = (complaint: string): CheckedValue => ({ complaint });

/**
 * Converts what a form, an expression or another node gives to what the service takes, and refuses what cannot be right:
 * text that is too long, numbers and dates that are none, choices outside a closed list. Null clears a field, and so does
 * what looks empty, except in text, which arrives as it was given. `timezone` is where dates without a zone are read.
 */
export function checkValue(
	field: Field,
	value: unknown,
	layout: ValueLayout,
	timezone: string,
): CheckedValue {
	if (value === null) return { value: null };
	if (field.kind !== 'text' && field.kind !== 'choices' && isBlank(value)) return { value: null };
	if (layout.list && Array.isArray(value) && ['text', 'choice'].includes(field.kind)) {
		return checkText(field, layout.list(listEntries(value, COMMA_OR_SEMICOLON)));
	}
	switch (field.kind) {
		case 'text':
			return checkText(field, value);
		case 'integer':
		case 'decimal':
			return checkNumber(field, value);
		case 'boolean':
			return checkBoolean(value, layout);
		case 'date': {
			// A service may keep a time with a day; in its own spelling, it stays with it.
			const own = typeof value === 'string' ? layout.readOwn?.(value.trim()) : undefined;
			if (own !== undefined) return { value: layout.dateTime(own) };
			const day = parseDay(value, timezone);
			return day === undefined ? notADate(value) : { value: layout.date(day) };
		}
		case 'dateTime':
			return checkMoment(value, layout, timezone);
		case 'choice':
			return checkChoice(field, value);
		case 'choices':
			return checkChoices(field, value, layout);
		case 'json':
			return checkJson(value);
	}
}

function checkMoment(value: unknown, layout: ValueLayout, timezone: string): CheckedValue {
	const wallTime = layout.localDateTime && parseWallTime(value);
	if (wallTime !== undefined) return { value: layout.localDateTime?.(wallTime) };
	const moment = parseMoment(value, timezone, layout.readOwn);
	return moment === undefined ? notADate(value) : { value: layout.dateTime(moment) };
}

const notADate = (value: unknown): CheckedValue =>
	complain(
		isNumeric(value)
			? `"${shown(value)}" is not a date. Numbers count as milliseconds or, with ten digits, as seconds since 1970; a smaller one is usually a spreadsheet's count of days: have the spreadsheet give the date as text, like 2026-01-31`
			: `"${shown(value)}" is not a date. Write it like 2026-01-31 or 2026-01-31T14:30:00Z`,
	);

function checkText(field: Field, value: unknown): CheckedValue {
	if (typeof value === 'object') return complain('expects text, not an object or a list');
	if (typeof value === 'number') {
		const read = readNumber(value);
		if ('complaint' in read) return read;
	}
	const text = String(value);
	if (field.maxLength !== undefined && text.length > field.maxLength) {
		return complain(`has ${text.length} characters, at most ${field.maxLength} are possible`);
	}
	const doubt = emailDoubt(field, text);
	return doubt === undefined ? { value: text } : { value: text, doubt };
}

/** Lenient on purpose: only what no server could deliver to is none. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Why a value can be no e-mail address; undefined if it can be one, is empty, or need not be one. */
export function emailDoubt({ isEmail }: Field, value: unknown): string | undefined {
	const text = String(value ?? '').trim();
	if (!isEmail || text === '' || EMAIL.test(text)) return undefined;
	return `"${shown(value)}" is not an e-mail address`;
}

function checkNumber(field: Field, value: unknown): CheckedValue {
	const isPercent = field.isPercent && typeof value === 'string';
	const read = readNumber(isPercent ? value.replace(/\s*%\s*$/, '') : value);
	if ('complaint' in read) return read;
	if (field.kind === 'integer' && !Number.isInteger(read.number)) {
		return complain(`"${shown(value)}" is not a whole number`);
	}
	return { value: read.number };
}

const YES = [true, 1, 'true', '1', 'yes'];
const NO = [false, 0, 'false', '0', 'no'];

function checkBoolean(value: unknown, layout: ValueLayout): CheckedValue {
	const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
	const yes = YES.some((word) => word === plain);
	if (!yes && !NO.some((word) => word === plain)) {
		return complain(`"${shown(value)}" is neither true nor false`);
	}
	return { value: layout.boolean ? layout.boolean(yes) : yes };
}

function checkChoice(field: Field, value: unknown): CheckedValue {
	if (typeof value === 'object') return complain('expects one value, not an object or a list');
	const found = optionOf(field, value);
	if (found) return { value: found.value };
	if (field.closed) {
		const names = field.choices?.map((one) => String(one.value)).join(', ');
		return complain(`"${shown(value)}" is not one of: ${names}`);
	}
	return field.list === undefined ? { value } : checkId(value);
}

/** The known choice that a value is, by its value or its name, whatever the letter case. */
function optionOf({ choices }: Field, value: unknown): FieldChoice | undefined {
	const wanted = String(value).trim().toLowerCase();
	return choices?.find(
		(one) => String(one.value).toLowerCase() === wanted || one.name.toLowerCase() === wanted,
	);
}

function checkId(value: unknown): CheckedValue {
	const read = readNumber(value);
	if ('number' in read && Number.isInteger(read.number)) return { value: read.number };
	return complain(`"${shown(value)}" is not an ID. Pick an entry from the list or give its ID`);
}

function checkChoices(field: Field, value: unknown, layout: ValueLayout): CheckedValue {
	const hasOptions = field.choices !== undefined && field.choices.length > 0;
	const isOption = (text: string) => optionOf(field, text) !== undefined;
	const picked: unknown[] = [];
	for (const one of choiceEntries(value, hasOptions ? isOption : undefined)) {
		const checked = checkChoice(field, one);
		if ('complaint' in checked) return checked;
		picked.push(checked.value);
	}
	return { value: layout.choices ? layout.choices(picked) : picked };
}

function checkJson(value: unknown): CheckedValue {
	if (typeof value !== 'string') return { value };
	if (holdsRoundedNumber(value)) {
		return complain('holds a whole number that would be rounded. Write it in quotes, as text');
	}
	try {
		return { value: JSON.parse(value) as unknown };
	} catch {
		return complain('is not valid JSON');
	}
}
