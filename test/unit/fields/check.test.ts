import fc from 'fast-check';

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

const several = (...values: string[]): Field => ({
	...choice(
		'A',
		values.map((value) => ({ name: value, value })),
	),
	kind: 'choices',
});

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
		[
			'a choice that has a comma in it',
			several('Parts, labour', 'Other'),
			'Parts, labour',
			['Parts, labour'],
		],
		['choices after commas, where each is one', several('A', 'B'), 'A, B', ['A', 'B']],
		['a comma where not each part is a choice', several('A', 'B'), 'A, C', ['A, C']],
		['choices with commas after semicolons', several('A, B', 'C'), 'A, B; C', ['A, B', 'C']],
		['choices as the text of a list', several('A', 'B'), '["A","B"]', ['A', 'B']],
		[
			'words of which no list is known',
			{ ...choice('A', []), kind: 'choices' },
			'a, b;c',
			['a', 'b', 'c'],
		],
		['no choices', several('A'), ' ', []],
		['a percentage', decimal('A', { isPercent: true }), '12.5 %', 12.5],
		['a number with a sign', decimal('A'), '+4.', 4],
		['text with blanks around it', text('A'), ' a ', ' a '],
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
		[decimal('A'), '1e3', 'not a number'],
		[decimal('A'), '0x1F', 'not a number'],
		[integer('A'), '0b11', 'not a number'],
		[decimal('A'), '1,000', 'not a number'],
		[decimal('A'), '12%', 'not a number'],
		[integer('A'), '9007199254740993', 'more digits than can be kept'],
		[integer('A'), 2 ** 53, 'more digits than can be kept'],
		[decimal('A'), '0.12345678901234567891', 'more digits than can be kept'],
		[text('A'), 2 ** 60, 'more digits than can be kept'],
		[reference('A', 'users'), '9007199254740993', 'is not an ID'],
		[json('A'), '{"id":9007199254740993}', 'would be rounded'],
		[dateTime('A'), 45072, "spreadsheet's count of days"],
		[date('A'), '46204', "spreadsheet's count of days"],
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

describe('what looks empty', () => {
	const blanks = ['', ' ', '\t', '\u00a0', '\u3000\n', '\u200b'];
	const kinds: Field[] = [
		...[integer('A'), decimal('A'), flag('A'), date('A'), dateTime('A')],
		...[choice('A', states, { closed: true }), reference('A', 'users'), json('A')],
	];

	it.each(kinds)('clears a field of the kind $kind', (field) => {
		expect(blanks.map((blank) => check(field, blank))).toEqual(blanks.map(() => ({ value: null })));
	});

	it('stays as it is in text', () => {
		expect(check(text('A'), ' \t')).toEqual({ value: ' \t' });
	});
});

describe('any number', () => {
	it('arrives as it was given, as a number or as its text', () => {
		const numbers = fc.oneof(
			fc.maxSafeInteger(),
			fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
		);
		fc.assert(
			fc.property(numbers, (number) => {
				if (/e/.test(String(number))) return;
				expect(check(decimal('A'), number)).toEqual({ value: number });
				expect(check(decimal('A'), ` ${String(number)}\u00a0`)).toEqual({
					value: Number(String(number)),
				});
			}),
		);
	});

	it('with more digits than a number keeps is refused, never rounded', () => {
		const tooBig = fc.bigInt({ min: 2n ** 53n, max: 10n ** 30n });
		fc.assert(
			fc.property(tooBig, (number) => {
				expect(check(integer('A'), String(number))).toHaveProperty('complaint');
				expect(check(reference('A', 'users'), String(number))).toHaveProperty('complaint');
			}),
		);
	});
});

describe('any list of choices', () => {
	const words = fc.stringMatching(/^[a-z][a-z ,]{0,8}[a-z]$/);
	const lists = fc.uniqueArray(words, {
		minLength: 1,
		maxLength: 5,
		selector: (word) => word.trim(),
	});

	it('is the same as a list, as the text of a list, and with semicolons as the node gives it out', () => {
		fc.assert(
			fc.property(lists, (list) => {
				const field = several(...list);
				const forms = [list, JSON.stringify(list), list.join(';'), list.join(' ; ')];
				for (const form of forms) expect(check(field, form)).toEqual({ value: list });
			}),
		);
	});
});
