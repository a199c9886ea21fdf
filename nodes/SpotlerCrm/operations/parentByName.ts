import type { ItemContext } from '../../shared/form/itemContext';
import { findOrCreateByName } from '../../shared/operations/findOrCreateByName';
import { plainText } from '../../shared/operations/matching';
import type { Endpoint } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { RecordValues } from '../fields/recordValues';
import type { RecordType } from '../resources/types';
import { recordLookup } from './recordLookup';

/** What finding or creating the record that another one belongs to reaches. */
export const parentEndpoints = ({ parentByName }: RecordType): Endpoint[] =>
	parentByName ? [`GET /${parentByName.type.object}`, `POST /${parentByName.type.object}`] : [];

/**
 * The values with the ID of the record that the form's options name, such as the account of a contact: it is found by its
 * name, or created. What is mapped to the field itself counts more.
 * @throws NodeOperationError when several have the name
 */
export async function withParentByName(
	item: ItemContext,
	client: ApiClient,
	{ parentByName }: RecordType,
	record: RecordValues,
): Promise<RecordValues> {
	if (!parentByName || record.values[parentByName.key] !== undefined) return record;
	const { option, key, type, nameKey } = parentByName;
	const value = plainText(item.collection('options')[option]);
	if (value === '') return record;
	const lookup = recordLookup(client, type, type.object);
	const path = `/${type.object}`;
	const id = await findOrCreateByName(
		item,
		client,
		lookup,
		{ field: nameKey, value },
		async () => await client.send({ method: 'POST', path, body: { [nameKey]: value } }),
	);
	return { ...record, values: { ...record.values, [key]: Number(id) } };
}
