import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { isSent, mapperFields, type MapperPurpose } from '../../shared/fields/mapper';
import { ApiClient } from '../../shared/request/client';
import { fieldsOf } from '../fields/dictionary';
import { userChoices, withLookups } from '../fields/lookups';
import { spotlerCrm } from '../api/service';
import { chosenObject, lacksObject } from './formChoice';

const PURPOSES: Record<string, MapperPurpose> = {
	create: 'create',
	update: 'update',
	upsert: 'upsert',
};

/** The fields of the chosen object from the data dictionary, with the values of their lists, as the form needs them. */
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
	const client = await ApiClient.create(this, spotlerCrm);
	const fields = (await fieldsOf(client, type, object, true)).filter((one) => isSent(one, purpose));
	const users = fields.some(({ list }) => list === 'users') ? await userChoices(client) : [];
	return {
		fields: mapperFields(
			await withLookups(client, object, fields),
			purpose,
			{ users },
			({ kind }) => kind !== 'json' && kind !== 'choices',
			type.matchKey,
		),
		...(fields.length === 0
			? { emptyFieldsNotice: 'This account describes no fields for this object.' }
			: {}),
	};
}
