import type { IDataObject } from 'n8n-workflow';

import { text } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import type { Operation, Resource } from '../../shared/operations/types';
import { lookupPath, readLookup } from '../fields/lookups';
import { namedObject } from '../resources/objectName';
import { plainItems, wantsEnvelope } from '../output/records';

/** One item per value; `id` is what is stored, `value` what people see. As a rule they are the same. */
const valueItems = (body: unknown, item: ItemContext) =>
	wantsEnvelope(item)
		? plainItems([body as IDataObject])
		: plainItems(readLookup(body).map(({ name, value }) => ({ id: value, value: name })));

const VALUE = [text('id'), text('value')];

const getValues: Operation = {
	value: 'getValues',
	name: 'Get Values',
	action: 'Get lookup list values',
	description: 'Get the values that can be picked for a field',
	endpoints: ['GET /lookup/{object}/{field}'],
	outputFields: VALUE,
	parameters: ['lookupObject', 'lookupField', 'readOptions'],
	preSend: (item) => ({
		method: 'GET',
		path: lookupPath(namedObject(item), filledText(item, 'fieldName', 'field')),
	}),
	postReceive: ({ response }, item) => valueItems(response?.body, item),
};

/** The name of a list is not that of a field, and how they relate is documented nowhere: so it is typed in. */
const appendValues: Operation = {
	value: 'appendValues',
	name: 'Append Values',
	action: 'Append lookup list values',
	description: 'Add values to a lookup list. The API offers no way to rename or remove them.',
	endpoints: ['PATCH /lookup/{list_name}'],
	outputFields: VALUE,
	parameters: ['listName', 'newValues', 'readOptions'],
	mutexKey: (item) => `lookup ${item.text('listName')}`,
	preSend: (item) => ({
		method: 'PATCH',
		path: `/lookup/${encodeURIComponent(filledText(item, 'listName', 'name of the list'))}`,
		body: { items: newValues(item) },
	}),
	postReceive: ({ response }, item) => valueItems(response?.body, item),
};

function filledText(item: ItemContext, parameter: string, what: string): string {
	const text = item.text(parameter);
	if (text !== '') return text;
	throw item.refuse(`The ${what} is missing`, 'Fill it in and run the item again.');
}

function newValues(item: ItemContext): string[] {
	const given = item.value('values', '');
	const list = Array.isArray(given) ? given : String(given ?? '').split(/[\r\n]+/);
	const values = [...new Set(list.map((one) => String(one).trim()).filter(Boolean))];
	if (values.length > 0) return values;
	throw item.refuse('There are no values to append', 'Give one value per line.');
}

export const lookupResource: Resource = {
	value: 'lookupList',
	name: 'Lookup List',
	operations: [appendValues, getValues],
};
