import { readTypeName } from '../../../nodes/SpotlerCrm/fields/dictionaryWords';

describe('a type name of the data dictionary', () => {
	it.each([
		['checkbox', 'boolean'],
		['date', 'date'],
		['DateTime', 'dateTime'],
		['date/time', 'dateTime'],
		['number', 'decimal'],
		['Decimal(10,2)', 'decimal'],
		['currency', 'decimal'],
		['int(11) unsigned', 'integer'],
		['reference', 'integer'],
		['dropdown', 'choice'],
		['Drop-down list', 'choice'],
		['multi_select', 'choices'],
		['multi-value', 'choices'],
		['text', 'text'],
		['memo', 'text'],
		['url', 'text'],
		['multi-line', 'text'],
	])('%s is %s', (name, kind) => {
		expect(readTypeName(name)).toEqual({ kind });
	});

	it.each([
		'phone number',
		'reference number',
		'mandate',
		'international dialling code',
		'update',
		'candidate',
		'enumber',
		'checklist',
		'percentile',
		'invoice id',
	])('%s only looks like another one and is text', (name) => {
		expect(readTypeName(name)).toEqual({ kind: 'text' });
	});

	it('percent may be written with its sign', () => {
		expect(readTypeName('Percent')).toEqual({ kind: 'decimal', isPercent: true });
	});
});
