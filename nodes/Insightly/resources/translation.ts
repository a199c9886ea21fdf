import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import { NOTHING_SENT } from '../../shared/form/hints';
import type { ItemContext } from '../../shared/form/itemContext';
import type { ApiClient } from '../../shared/request/client';
import { createBody, recordBody, recordValues } from '../fields/recordValues';
import type { Place, SubResource } from './types';
import { knowledgeArticle } from './knowledgeArticle';

const LANGUAGE = '/{parent}/{id}/Translations/{language}';

export const translation: SubResource = {
	value: 'translation',
	name: 'Translation',
	description: 'Knowledge articles and custom object records in other languages',
	rows: [
		{
			value: 'create',
			name: 'Create',
			action: 'Create translation',
			description: 'Add a translation to a knowledge article or a custom object record',
			endpoint: `POST ${LANGUAGE}`,
			below: 'translations',
			purpose: 'create',
			parameters: ['fields'],
			options: [...OUTPUT_OPTIONS, 'simplify'],
			outputFields: knowledgeArticle.fields,
			perform: createTranslation,
		},
		{
			value: 'get',
			name: 'Get',
			action: 'Get translation',
			description: 'Get a knowledge article or a custom object record in one language',
			endpoint: `GET ${LANGUAGE}`,
			below: 'translations',
			options: [...OUTPUT_OPTIONS, 'simplify'],
			outputFields: knowledgeArticle.fields,
		},
		{
			value: 'update',
			name: 'Update',
			action: 'Update translation',
			description: 'Change some fields of a translation; the others stay as they are',
			endpoint: `PUT ${LANGUAGE}`,
			below: 'translations',
			purpose: 'update',
			parameters: ['fields'],
			options: [...OUTPUT_OPTIONS, 'simplify'],
			outputFields: knowledgeArticle.fields,
			perform: updateTranslation,
		},
	],
};

async function createTranslation(item: ItemContext, client: ApiClient, place: Place) {
	const { parent: type = knowledgeArticle, path } = place;
	const values = await recordValues(item, client, type, 'create');
	const body = await createBody(item, client, type, values);
	return await client.send({ method: 'POST', path, body });
}

async function updateTranslation(item: ItemContext, client: ApiClient, place: Place) {
	const { parent: type = knowledgeArticle, path } = place;
	const values = await recordValues(item, client, type, 'update');
	if (Object.keys(values).length === 0) {
		item.hint(NOTHING_SENT);
		return await client.send({ method: 'GET', path });
	}
	return await client.send({ method: 'PUT', path, body: recordBody(type, values) });
}
