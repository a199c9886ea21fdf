import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { Field } from '../../shared/fields/types';
import { formClient } from '../../shared/form/formClient';
import { fieldsOf } from '../fields/dictionary';
import { isLookup } from '../fields/lookups';
import { spotlerCrm } from '../api/service';
import { chosenObject } from './formChoice';

/** Every field of the object, the account's own included, by label. */
export async function getObjectFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await fieldOptions(this, () => true);
}

/** The fields whose values come from a lookup list. */
export async function getLookupFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await fieldOptions(this, isLookup);
}

async function fieldOptions(
	context: ILoadOptionsFunctions,
	isOffered: (field: Field) => boolean,
): Promise<INodePropertyOptions[]> {
	const { type, object } = chosenObject(context);
	const client = await formClient(context, spotlerCrm);
	const fields = client ? await fieldsOf(client, type, object, true) : type.fields;
	return fields
		.filter(isOffered)
		.map(({ name, label }) => ({ name: label, value: name, description: name }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
