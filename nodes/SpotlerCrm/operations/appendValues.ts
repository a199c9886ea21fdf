import type { ItemContext } from '../../shared/form/itemContext';
import { requiredText } from '../../shared/form/requiredText';
import type { Operation } from '../../shared/operations/types';
import { pathSegment } from '../../shared/request/safeRequest';
import { LOOKUP_VALUE, valueOutput } from '../output/lookupValues';

/**
 * `PATCH /lookup/{list_name}` with `{"items": ["One", "Two"]}` (API v4 page). The name of a list is not that of a field,
 * and how they relate is documented nowhere: so it is typed in.
 */
export const appendValues: Operation = {
	value: 'appendValues',
	name: 'Append Values',
	action: 'Append lookup list values',
	description: 'Add values to a lookup list. The API offers no way to rename or remove them.',
	endpoints: ['PATCH /lookup/{list_name}'],
	outputFields: LOOKUP_VALUE,
	parameters: ['listName', 'newValues'],
	options: ['rawEnvelope'],
	mutexKey: (item) => `lookup ${item.text('listName')}`,
	request: (item) => ({
		method: 'PATCH',
		path: `/lookup/${pathSegment(requiredText(item, 'listName', 'name of the list'))}`,
		body: { items: newValues(item) },
	}),
	output: valueOutput,
};

function newValues(item: ItemContext): string[] {
	const given = item.value('values', '');
	const list = Array.isArray(given) ? given : String(given ?? '').split(/[\r\n]+/);
	const values = [...new Set(list.map((one) => String(one).trim()).filter(Boolean))];
	if (values.length > 0) return values;
	throw item.refuse('There are no values to append', 'Give one value per line.');
}
