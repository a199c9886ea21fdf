import { itemPath, readPath, UNSURE } from '../../../nodes/shared/form/itemPaths';

describe('an expression that only reads a value of the item', () => {
	it.each([
		['={{ $json.name }}', ['name']],
		['={{$json.name}}', ['name']],
		['={{ $json["first name"] }}', ['first name']],
		["={{ $json['a/b'].c }}", ['a/b', 'c']],
		['={{ $json.list[0].id }}', ['list', '0', 'id']],
	])('%s is one', (text, steps) => {
		expect(itemPath(text)).toEqual(steps);
	});

	it.each([
		'={{ $json.name.trim() }}',
		'={{ $json.a + 1 }}',
		'={{ $json }}',
		'={{ $json.a }} and more',
		' ={{ $json.a }}',
		'={{ $json.a }}\n',
		'={{ $json?.a }}',
		'={{ $json.constructor }}',
		'={{ $json["__proto__"].a }}',
		'={{ $json.list.length }}',
		"={{ $json['it\\'s'] }}",
		"={{ $('Start').item.json.a }}",
		'={{ $json.a }}{{ $json.b }}',
		'$json.a',
	])('%s is none', (text) => {
		expect(itemPath(text)).toBeUndefined();
	});
});

describe('the value at a path', () => {
	it.each([['text'], [''], [0], [-1.5], [true], [false], [null]])(
		'is given when it is %p',
		(value) => {
			expect(readPath({ a: { b: value } }, ['a', 'b'])).toBe(value);
		},
	);

	it.each([
		['missing', {}],
		['an object', { a: {} }],
		['a list', { a: [] }],
		['a date', { a: new Date(0) as never }],
		['not a number', { a: Number.NaN }],
		['undefined', { a: undefined }],
	])('is left to n8n when it is %s', (_, json) => {
		expect(readPath(json, ['a'])).toBe(UNSURE);
	});

	it('is left to n8n behind a text or a missing value', () => {
		expect(readPath({ a: 'text' }, ['a', '0'])).toBe(UNSURE);
		expect(readPath({}, ['a', 'b'])).toBe(UNSURE);
	});
});
