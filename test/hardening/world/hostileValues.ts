import * as fc from 'fast-check';

import { trap } from '../server/trap';

/** Texts that have broken something somewhere. */
const texts = (): string[] => [
	'',
	' ',
	'.',
	'..',
	'../..',
	'..%2f..%2f',
	'%2e%2e',
	'%2E%2E/',
	'..\\..',
	'/',
	'//',
	'a/../../b',
	'1/../2',
	'1?x=1',
	'1#frag',
	'%',
	'%zz',
	'%00',
	'\0',
	'1\r\nX-Injected: yes',
	'1\nX-Injected: yes',
	'\u2028\u202e\ufeff',
	'\ud800',
	'🦔'.repeat(40),
	'x'.repeat(70_000),
	'__proto__',
	'constructor',
	'toString',
	'{"__proto__": {"polluted": true}}',
	'{"$or": [{}]}',
	'{{ $json.v }}',
	'"; DROP TABLE x',
	'<script>alert(1)</script>',
	'-1',
	'0',
	'00',
	'1e3',
	'0x10',
	'NaN',
	'9007199254740993',
	'١٢',
	'2026-02-30',
	'+275760-09-13T00:00:00.001Z',
	trap.url,
	`@127.0.0.1/${trap.url}`,
];

/** Values that are no texts, where an expression gives them. */
const others = (): unknown[] => [
	null,
	true,
	0,
	-1,
	1.5,
	Number.MAX_VALUE,
	[],
	['a', 1, null],
	{},
	{ value: 'a', __rl: true },
	{ $gt: 1 },
	JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": 1}}}'),
];

/** Values to put into one parameter: the known ones, and some that nobody thought of. */
export function hostileValues(seed: number, random: number): unknown[] {
	const strange = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.string({ unit: 'grapheme', maxLength: 40 }),
		fc.webUrl(),
		fc.json(),
	);
	return [...texts(), ...others(), ...fc.sample(strange, { numRuns: random, seed })];
}
