import { checkValue, type ValueLayout } from '../../../nodes/shared/fields/check';
import {
	choice,
	date,
	dateTime,
	decimal,
	flag,
	integer,
	json,
	reference,
	text,
} from '../../../nodes/shared/fields/define';
import type { Field } from '../../../nodes/shared/fields/types';

const layout: ValueLayout = {
	dateTime: (utc) => new Date(utc).toISOString(),
	date: (day) => day,
};

const check = (field: Field, value: unknown) => checkValue(field, value, layout, 'UTC');

const states = [
	{ name: 'Open', value: 'OPEN' },
	{ name: 'Won', value: 'WON' },
];

describe('a value', () => {
	it.each<[string, Field, unknown, unknown]>([
		['text', text('A', 3), 'abc', 'abc'],
		['text from a number', text('A'), 7, '7'],
		['text that stays empty', text('A'), '', ''],
		['a whole number', integer('A'), '42', 42],
		['a decimal', decimal('A'), ' 4.5 ', 4.5],
		['a number that is cleared', integer('A'), '', null],
		['yes', flag('A'), 'Yes', true],
		['no', flag('A'), 0, false],
		['a date', date('A'), '2026-07-01T10:00:00', '2026-07-01'],
		['a moment', dateTime('A'), '2026-07-01T10:00:00Z', '2026-07-01T10:00:00.000Z'],
		['a choice by its value', choice('A', states), 'WON', 'WON'],
		['a choice by its name, in any case', choice('A', states), 'open', 'OPEN'],
		['a choice that the table does not know', choice('A', states), 'PAUSED', 'PAUSED'],
		['an ID from a list', reference('A', 'users'), '12', 12],
		[
			'several choices in one text',
			{ ...choice('A', states), kind: 'choices' },
			'won; open',
			['WON', 'OPEN'],
		],
		['JSON as text', json('A'), '{"a":1}', { a: 1 }],
		['JSON as it is', json('A'), [1], [1]],
		['null for clearing', integer('A'), null, null],
	])('%s is passed on', (_case, field, value, expected) => {
		expect(check(field, value)).toEqual({ value: expected });
	});

	it.each<[Field, unknown, string]>([
		[text('A', 3), 'abcd', 'has 4 characters, at most 3 are possible'],
		[text('A'), { a: 1 }, 'expects text'],
		[integer('A'), '4.5', 'not a whole number'],
		[integer('A'), 'x', 'not a number'],
		[integer('A'), Infinity, 'not a number'],
		[flag('A'), 'maybe', 'neither true nor false'],
		[date('A'), '2026-02-30', 'is not a date'],
		[dateTime('A'), 'soon', 'is not a date'],
		[choice('A', states, { closed: true }), 'PAUSED', 'is not one of: OPEN, WON'],
		[reference('A', 'users'), 'Ada', 'is not an ID'],
		[json('A'), '{', 'is not valid JSON'],
	])('%j is refused for what it is', (field, value, complaint) => {
		expect(check(field, value)).toEqual({ complaint: expect.stringContaining(complaint) });
	});
});
