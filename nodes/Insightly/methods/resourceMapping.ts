import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { isSent, mapperFields, type MapperPurpose } from '../../shared/fields/mapper';
import { ApiClient } from '../../shared/request/client';
import { customFieldsOf } from '../customFields';
import { insightly } from '../service';
import { chosenRecordType } from './chosen';
import { loadLists } from './lists';

const PURPOSES: Record<string, MapperPurpose> = {
	create: 'create',
	update: 'update',
	upsert: 'upsert',
};

/** Standard fields and the account's own fields of the chosen resource, as the form needs them. */
export async function getFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const type = chosenRecordType(this);
	const purpose = PURPOSES[String(this.getCurrentNodeParameter('operation'))] ?? 'create';
	const client = await ApiClient.create(this, insightly);
	const custom = await customFieldsOf(client, type, true);
	const fields = [...type.fields, ...custom].filter((field) => isSent(field, purpose));
	const lists = [...new Set(fields.flatMap(({ list }) => list ?? []))];
	return {
		fields: mapperFields(
			fields,
			purpose,
			await loadLists(client, lists),
			({ kind }) => kind !== 'json' && kind !== 'choices',
			type.matchKey,
		),
	};
}
