import type { IDataObject } from 'n8n-workflow';

import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import type { ItemContext } from '../../shared/form/itemContext';
import type { ApiClient } from '../../shared/request/client';
import type { ApiResponse } from '../../shared/request/types';
import { createBody, recordValues } from '../fields/recordValues';
import { recordOutput } from '../output/records';
import { nameInText, resolveType, type RecordType } from '../resources/types';
import { forType } from './forType';
import { isLinkedOnCreate, linkEndpoints, linked, readTargets } from './linkTo';
import type { InsightlyOperation } from './types';

/** POST on the collection; answers 201 with the whole record (v3.1 specification, *observed*). */
export const createRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'fields', ...(isLinkedOnCreate(type) ? ['linkTo'] : []), 'simplify'),
	options: OUTPUT_OPTIONS,
	value: 'create',
	name: 'Create',
	action: `Create ${nameInText(type)}`,
	description: `Create a new ${nameInText(type)}`,
	endpoints: [`POST ${type.path}`, ...linkEndpoints(type)],
	purpose: 'create',
	perform: async (item, client) => {
		const here = resolveType(type, item);
		const targets = isLinkedOnCreate(type) ? readTargets(item) : [];
		const values = await recordValues(item, client, here, 'create');
		return await linked(client, here, await postRecord(item, client, here, values), targets);
	},
	output: recordOutput(type),
});

/**
 * Sends checked values as a new record.
 * @throws NodeOperationError when something that a new record needs is missing.
 */
export async function postRecord(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	values: IDataObject,
): Promise<ApiResponse> {
	const body = await createBody(item, client, type, values);
	return await client.send({ method: 'POST', path: type.path, body });
}
