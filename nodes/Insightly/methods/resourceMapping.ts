import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { isSent, mapperFields } from '../../shared/fields/mapper';
import type { Field } from '../../shared/fields/types';
import { isReference } from '../../shared/fields/references';
import { formClient } from '../../shared/form/formClient';
import { customFieldsOf } from '../fields/customFields';
import { insightly } from '../api/service';
import { isTags } from '../fields/tags';
import { chosenFormType, chosenOperation, chosenParent } from './formChoice';
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
		(field) => isSent(field, purpose) && !isReference(field) && !isSaidByPath(this, field),
	);
	const lists = [...new Set(fields.flatMap(({ list }) => list ?? []))];
	return {
		fields: mapperFields(fields, {
			purpose,
			lists: client ? await loadLists(client, lists) : {},
			matchable: (field) => field.kind !== 'json' && field.kind !== 'choices' && !isTags(field),
			matchKey: type.matchKey,
			shown: type.shown,
		}),
	};
}

/**
 * The ID of the parent that is chosen stands elsewhere in the form, and so does what the parent's place says besides; the
 * ID of another possible parent does not.
 */
function isSaidByPath(context: ILoadOptionsFunctions, { name }: Field): boolean {
	const operation = chosenOperation(context);
	if (operation?.about === undefined || !operation.parents) return false;
	const inherited = operation.about.below?.inherited ?? [];
	return chosenParent(context).idKey === name || inherited.includes(name);
}
