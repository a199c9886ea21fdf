import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { isSent, mapperFields, type MapperPurpose } from '../../shared/fields/mapper';
import type { Field } from '../../shared/fields/types';
import { isReference } from '../../shared/fields/references';
import { formClient } from '../../shared/form/formClient';
import type { ApiClient } from '../../shared/request/client';
import { fieldsOf } from '../fields/dictionary';
import { spotlerCrm } from '../api/service';
import { userChoices, withLookups } from './accountLists';
import { chosenObject, lacksObject } from './formChoice';

const PURPOSES: Record<string, MapperPurpose> = {
	create: 'create',
	update: 'update',
	upsert: 'upsert',
};

const NO_FIELDS = 'This account describes no fields for this object.';
const NO_CREDENTIAL = 'Choose a credential first: the fields of this object come from the account.';

/**
 * The fields of the chosen object from the data dictionary, with the values of their lists, as the form needs them; those
 * of the built-in table while the node has no credential.
 */
export async function getFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	if (lacksObject(this)) {
		return {
			fields: [],
			emptyFieldsNotice:
				'Give the object name first. An expression cannot tell which fields to show.',
		};
	}
	const { type, object } = chosenObject(this);
	const purpose = PURPOSES[String(this.getCurrentNodeParameter('operation'))] ?? 'create';
	const client = await formClient(this, spotlerCrm);
	const all = client ? await fieldsOf(client, type, object, true) : type.fields;
	const asked = new Set(type.fields.filter(isReference).map(({ name }) => name));
	const fields = all.filter((one) => isSent(one, purpose) && !asked.has(one.name));
	return {
		fields: mapperFields(client ? await withLookups(client, object, fields) : fields, {
			purpose,
			lists: { users: client ? await usersFor(client, fields) : undefined },
			matchable: ({ kind }) => kind !== 'json' && kind !== 'choices',
			matchKey: type.matchKey,
			shown: type.shown,
		}),
		...(fields.length === 0 ? { emptyFieldsNotice: client ? NO_FIELDS : NO_CREDENTIAL } : {}),
	};
}

const usersFor = async (client: ApiClient, fields: readonly Field[]) =>
	fields.some(({ list }) => list === 'users') ? await userChoices(client) : [];
