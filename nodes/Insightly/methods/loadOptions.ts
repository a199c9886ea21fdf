import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { formClient } from '../../shared/form/formClient';
import type { ApiClient } from '../../shared/request/client';
import { rowsOf } from '../../shared/request/rows';
import { customFieldsOf, isImageField } from '../fields/customFields';
import { objectNameOf } from '../resources/types';
import { recordTypes } from '../resources';
import { customObject } from '../resources/customObject';
import { insightly } from '../api/service';
import { isTags, TAGS } from '../fields/tags';
import { chosenFormType, chosenParent, chosenRecordType } from './formChoice';
import { loadList } from './accountLists';

const byName = (a: INodePropertyOptions, b: INodePropertyOptions): number =>
	a.name.localeCompare(b.name);

/** Every field that `/Search` can look for: standard and custom ones, by label. */
export async function getSearchFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const type = chosenRecordType(this);
	const client = await formClient(this, insightly);
	const custom = client ? await customFieldsOf(client, type, true) : [];
	return [...type.fields, ...custom]
		.filter((field) => field.kind !== 'json' && !isTags(field))
		.map(({ name, label }) => ({ name: label, value: name, description: name }))
		.sort(byName);
}

/** The same, and the tags where there are any: what the filters of a list can name. */
export async function getFilterFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const tagged = chosenRecordType(this).fields.some(isTags);
	const tags = { name: 'Tag', value: TAGS, description: TAGS };
	return [...(tagged ? [tags] : []), ...(await getSearchFields.call(this))].sort(byName);
}

/** Every field of what comes out, by label. */
export async function getOutputFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const type = chosenFormType(this);
	if (!type) return [];
	const client = await formClient(this, insightly);
	const custom = client ? await customFieldsOf(client, type, true) : [];
	return [...type.fields, ...custom]
		.map(({ name, label }) => ({ name: label, value: name, description: name }))
		.sort(byName);
}

/** Custom fields that can hold a picture: those that say so, or all, since the API's word for them is not published. */
export async function getImageFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const client = await formClient(this, insightly);
	const custom = client ? await customFieldsOf(client, chosenParent(this), true) : [];
	const images = custom.filter(isImageField);
	return (images.length > 0 ? images : custom)
		.map(({ name, label }) => ({ name: label, value: name, description: name }))
		.sort(byName);
}

/** Everything that can have custom fields, custom objects included. */
export async function getObjectsWithFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const client = await formClient(this, insightly);
	const own = client ? await customObjects(client) : [];
	const standard = recordTypes
		.filter(({ customFieldsOf: object }) => object !== undefined)
		.map((type) => ({ name: type.name, value: objectNameOf(type) }));
	return [...standard, ...own].sort(byName);
}

async function customObjects(client: ApiClient): Promise<INodePropertyOptions[]> {
	const { body } = await client.send({ method: 'GET', path: customObject.path });
	return rowsOf(body).map((row) => ({
		name: String(row.SINGULAR_LABEL || row.OBJECT_NAME),
		value: String(row.OBJECT_NAME),
	}));
}

/** Templates that fit the record type in the form. */
export async function getDocumentTemplates(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const wanted = objectNameOf(chosenParent(this)).toLowerCase();
	return await accountList(this, 'documentTemplates', ({ RELATED_OBJECT_NAME: owner }) =>
		[wanted, ''].includes(String(owner ?? '').toLowerCase()),
	);
}

/** Stages of the pipeline in the form; all of them where the form has none. */
export async function getPipelineStages(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const pipeline = String(this.getCurrentNodeParameter('pipelineId') ?? '');
	return await accountList(
		this,
		'pipelineStages',
		({ PIPELINE_ID }) => !/^\d+$/.test(pipeline) || String(PIPELINE_ID) === pipeline,
	);
}

/** Reasons for the state in the form. */
export async function getStateReasons(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const state = String(this.getCurrentNodeParameter('opportunityState') ?? '').toUpperCase();
	return await accountList(
		this,
		'opportunityStateReasons',
		({ FOR_OPPORTUNITY_STATE }) =>
			state === '' || String(FOR_OPPORTUNITY_STATE).toUpperCase() === state,
	);
}

export const getActivitySets = plainList('activitySets');
export const getFileCategories = plainList('fileCategories');
export const getPipelines = plainList('pipelines');
export const getPricebooks = plainList('pricebooks');
export const getRelationships = plainList('relationships');
export const getUsers = plainList('users');

function plainList(list: string) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await accountList(this, list);
	};
}

async function accountList(
	context: ILoadOptionsFunctions,
	list: string,
	isOffered?: Parameters<typeof loadList>[2],
): Promise<INodePropertyOptions[]> {
	const client = await formClient(context, insightly);
	return client ? await loadList(client, list, isOffered) : [];
}
