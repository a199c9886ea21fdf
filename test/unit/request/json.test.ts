import fc from 'fast-check';

import { holdsRoundedNumber, parseJson } from '../../../nodes/shared/request/json';

describe('JSON of an answer', () => {
	it('is what JSON.parse makes of it, whatever it holds', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = JSON.stringify(value);
				if (holdsRoundedNumber(text)) return;
				expect(parseJson(text)).toEqual(JSON.parse(text));
			}),
		);
	});

	it.each([
		['{"id":9007199254740993}', { id: '9007199254740993' }],
		['[-9007199254740993 , 9007199254740991]', ['-9007199254740993', 9007199254740991]],
		['9007199254740993', '9007199254740993'],
		['{"9007199254740993":"9007199254740993"}', { '9007199254740993': '9007199254740993' }],
		['{"text":"a \\"9007199254740993\\" b","x":1}', { text: 'a "9007199254740993" b', x: 1 }],
		['{"pi":3.14159265358979323846,"big":1e300}', { pi: Math.PI, big: 1e300 }],
	])('%s keeps whole numbers beyond 2^53 as their text', (text, expected) => {
		expect(parseJson(text)).toEqual(expected);
	});

	it('keeps the digits of every whole number', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (number) => {
				const { id } = parseJson(`{"note":"1 \\\\ 2","id":${number}}`) as { id: unknown };
				expect(String(id)).toBe(String(number));
			}),
		);
	});

	it('throws for what is no JSON, as JSON.parse does', () => {
		expect(() => parseJson('{"id":9007199254740993')).toThrow(SyntaxError);
	});
});
