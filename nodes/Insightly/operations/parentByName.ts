import type { IDataObject } from 'n8n-workflow';

import { labelOf } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { findOrCreateByName } from '../../shared/operations/findOrCreateByName';
import { plainText } from '../../shared/operations/matching';
import type { Endpoint } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { RecordType } from '../resources/types';
import { postRecord } from './create';
import { recordLookup } from './search';

/** What finding or creating the record that another one belongs to reaches. */
export const parentEndpoints = ({ parentByName }: RecordType): Endpoint[] =>
	parentByName ? [`GET ${parentByName.type.path}/Search`, `POST ${parentByName.type.path}`] : [];

/**
 * The values with the ID of the record that the form's options name, such as the organisation of a contact: it is found
 * by its name, or created. What is mapped to the field itself counts more.
 * @throws NodeOperationError when several have the name.
 */
export async function withParentByName(
	item: ItemContext,
	client: ApiClient,
	{ parentByName }: RecordType,
	values: IDataObject,
): Promise<IDataObject> {
	if (!parentByName || values[parentByName.key] !== undefined) return values;
	const { option, key, type, nameKey } = parentByName;
	const value = plainText(item.collection('options')[option]);
	if (value === '') return values;
	const match = { field: nameKey, value, label: labelOf(nameKey) };
	const id = await findOrCreateByName(
		item,
		client,
		recordLookup(client, type),
		match,
		async () => await postRecord(item, client, type, { [nameKey]: value }),
	);
	return { ...values, [key]: Number(id) };
}
