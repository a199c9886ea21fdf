import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { Field } from '../../shared/fields/types';
import { formClient } from '../../shared/form/formClient';
import { fieldsOf } from '../fields/dictionary';
import { isLookup } from '../fields/lookups';
import { spotlerCrm } from '../api/service';

import { userChoices } from './accountLists';
import { chosenObject } from './formChoice';

/** Every field of the object, the account's own included, by label. */
export async function getObjectFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await fieldOptions(this, () => true);
}

/** The account's users, by name. */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const client = await formClient(this, spotlerCrm);
	if (!client) return [];
	return await userChoices(client);
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
