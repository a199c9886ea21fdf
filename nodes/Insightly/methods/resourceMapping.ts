import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { isSent, mapperFields } from '../../shared/fields/mapper';
import type { Field } from '../../shared/fields/types';
import { formClient } from '../../shared/form/formClient';
import { customFieldsOf } from '../fields/customFields';
import type { InsightlyOperation } from '../operations/types';
import { insightly } from '../api/service';
import { isTags } from '../fields/tags';
import { chosenFormType, chosenOperation } from './formChoice';
import { loadLists } from './accountLists';

/**
 * Standard fields and the account's own fields of what the form is about, as the form needs them; the standard ones alone
 * while the node has no credential.
 */
export async function getFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const type = chosenFormType(this);
	if (!type) return { fields: [], emptyFieldsNotice: 'Choose a custom object first.' };
	const operation = chosenOperation(this);
	const purpose = operation?.purpose ?? 'create';
	const client = await formClient(this, insightly);
	const custom = client ? await customFieldsOf(client, type, true) : [];
	const fields = [...type.fields, ...custom].filter(
		(field) => isSent(field, purpose) && !isSaidByPath(field, operation),
	);
	const lists = [...new Set(fields.flatMap(({ list }) => list ?? []))];
	return {
		fields: mapperFields(
			fields,
			purpose,
			client ? await loadLists(client, lists) : {},
			(field) => field.kind !== 'json' && field.kind !== 'choices' && !isTags(field),
			type.matchKey,
		),
	};
}

/** The parent's ID is already picked elsewhere in the form. */
function isSaidByPath({ name }: Field, operation: InsightlyOperation | undefined): boolean {
	if (operation?.about === undefined) return false;
	return operation.parents?.some(({ idKey }) => idKey === name) ?? false;
}
