import type { JsonValue } from '../../shared/json';
import { readBodyDate } from '../dates';
import { clientBug, invalid } from '../refusal';
import type { FieldSpec } from '../spec';

/** Words that are taken, by record type and field; letter case is ignored. From the v2.2 descriptions. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
	'Opportunities.OPPORTUNITY_STATE': ['OPEN', 'WON', 'LOST', 'SUSPENDED', 'ABANDONED'],
	'OpportunityState.FOR_OPPORTUNITY_STATE': ['OPEN', 'WON', 'LOST', 'SUSPENDED', 'ABANDONED'],
	'Opportunities.BID_TYPE': [
		'FIXED BID',
		'PER HOUR',
		'PER DAY',
		'PER WEEK',
		'PER MONTH',
		'PER YEAR',
	],
	'Projects.STATUS': [
		'NOT STARTED',
		'IN PROGRESS',
		'DEFERRED',
		'CANCELLED',
		'ABANDONED',
		'COMPLETED',
	],
	'Tasks.STATUS': ['NOT STARTED', 'IN PROGRESS', 'WAITING', 'DEFERRED', 'COMPLETED'],
	'CustomObjectRecord.VISIBLE_TO': ['EVERYONE', 'OWNER', 'TEAM', 'INDIVIDUALS'],
};

/** Smallest and largest number, by record type and field. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
	'Opportunities.PROBABILITY': [0, 100],
	'Tasks.PERCENT_COMPLETE': [0, 100],
	'Tasks.PRIORITY': [1, 3],
};

const INT32 = 2 ** 31;

/**
 * Checks one value (not null) of a plain field and brings it into the answer's spelling.
 * @param where record type and field, as in `Tasks.STATUS`
 * @throws Refusal 400
 */
export function readValue(
	where: string,
	{ type, maxLength }: FieldSpec,
	value: JsonValue,
	dates: 'documented' | 'iso',
): JsonValue {
	const field = where.split('.')[1];
	if (!hasType(type, value)) {
		throw clientBug('bad value type', `${field} must be of type ${type}`);
	}
	if (type === 'string:date-time') {
		const date = readBodyDate(value as string, dates);
		if (date === undefined) throw invalid(`${field} must be a date such as 2026-03-31 08:30:00`);
		return date;
	}
	if (maxLength !== undefined && (value as string).length > maxLength) {
		throw invalid(`${field} must not be longer than ${maxLength} characters`);
	}
	const words = WORDS[where];
	if (words && !words.includes((value as string).toUpperCase())) {
		throw invalid(`${field} must be one of: ${words.join(', ')}`);
	}
	const range = RANGES[where];
	if (range && ((value as number) < range[0] || (value as number) > range[1])) {
		throw invalid(`${field} must be between ${range[0]} and ${range[1]}`);
	}
	return value;
}

function hasType(type: string, value: JsonValue): boolean {
	if (type === 'boolean') return typeof value === 'boolean';
	if (type === 'number') return typeof value === 'number';
	if (type.startsWith('integer')) {
		const small = type === 'integer:int64' || Math.abs(value as number) < INT32;
		return Number.isSafeInteger(value) && small;
	}
	return type === 'object' || typeof value === 'string';
}
