import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { Field } from '../../shared/fields/types';
import { formClient } from '../../shared/form/formClient';
import { fieldsOf } from '../fields/dictionary';
import { isLookup } from '../fields/lookups';
import { idOf, recordIn } from '../api/envelope';
import { readPages } from '../api/paging';
import { spotlerCrm } from '../api/service';
import { titleOf } from '../resources/types';
import { user } from '../resources/user';
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
	const rows = await readPages(client, { method: 'GET', path: `/${user.object}` });
	return rows
		.map((envelope) => recordIn(envelope) ?? {})
		.map((row) => ({ name: titleOf(user, row), value: idOf(row) ?? '' }))
		.sort((a, b) => a.name.localeCompare(b.name));
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
