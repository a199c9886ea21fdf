import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { ApiClient } from '../../shared/request/client';
import { customFieldsOf } from '../customFields';
import { insightly } from '../service';
import { chosenRecordType } from './chosen';

/** Every field that `/Search` can look for: standard and custom ones, by label. */
export async function getSearchFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const type = chosenRecordType(this);
	const client = await ApiClient.create(this, insightly);
	const custom = await customFieldsOf(client, type, true);
	return [...type.fields, ...custom]
		.filter(({ kind }) => kind !== 'json')
		.map(({ name, label }) => ({ name: label, value: name, description: name }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
