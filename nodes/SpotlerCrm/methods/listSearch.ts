import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { toldApart, withEmail } from '../../shared/description/listEntries';
import { titleOf } from '../../shared/description/title';
import { ApiClient } from '../../shared/request/client';
import { goesOn } from '../../shared/request/listPage';
import { fieldsOf } from '../fields/dictionary';
import { recordsIn } from '../api/envelope';
import { isLookup } from '../fields/lookups';
import { MAX_PAGE_SIZE, pageOf, sendForPage } from '../api/paging';
import { account } from '../resources/account';
import { campaign } from '../resources/campaign';
import { supportCase } from '../resources/case';
import { contact } from '../resources/contact';
import { opportunity } from '../resources/opportunity';
import { recordTypes } from '../resources';
import type { RecordType } from '../resources/types';
import { spotlerCrm } from '../api/service';
import { lookupValues } from './accountLists';
import { chosenObject, type Chosen } from './formChoice';

/**
 * Records for a locator, newest first. The next page begins below the last ID instead of using page numbers, which are
 * documented to start elsewhere than they do. A typed text is looked for in each field that the list shows, and as an
 * ID.
 */
export async function searchRecords(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await recordsOf(this, chosenObject(this), filter, paginationToken);
}

/** Records that a document can belong to; custom objects are known by ID only. */
export async function searchParents(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = String(this.getCurrentNodeParameter('parentObject') ?? '').toLowerCase();
	const type = recordTypes.find(({ name }) => name.toLowerCase() === wanted);
	if (!type || type.isNamedByUser) return { results: [] };
	return await recordsOf(this, { type, object: type.object }, filter, paginationToken);
}

function searchOf(type: RecordType) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await recordsOf(this, { type, object: type.object }, filter, paginationToken);
	};
}

/** Records that a field can name, one list for each type of them. */
export const searchAccount = searchOf(account);
export const searchCampaign = searchOf(campaign);
export const searchCase = searchOf(supportCase);
export const searchContact = searchOf(contact);
export const searchOpportunity = searchOf(opportunity);

async function recordsOf(
	context: ILoadOptionsFunctions,
	chosen: Chosen,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await ApiClient.create(context, spotlerCrm);
	const wanted = filter?.trim() ?? '';
	if (wanted !== '') return { results: await matches(client, chosen, wanted) };
	return await newest(client, chosen, paginationToken);
}

async function newest(
	client: ApiClient,
	chosen: Chosen,
	below: string | undefined,
): Promise<INodeListSearchResult> {
	const { rows, isLast } = await block(
		client,
		chosen,
		below ? { id: { $lt: Number(below) } } : undefined,
	);
	const isBelow = ({ id }: IDataObject) => below === undefined || Number(id) < Number(below);
	const fresh = rows.filter(isBelow);
	const last = fresh.at(-1);
	return {
		results: toldApart(fresh.map((row) => entry(chosen.type, row))),
		...(last && !isLast ? { paginationToken: String(last.id) } : {}),
	};
}

async function matches(
	client: ApiClient,
	chosen: Chosen,
	wanted: string,
): Promise<INodeListSearchItems[]> {
	const known = new Set(chosen.type.fields.map(({ name }) => name));
	const { titleKeys, emailKey } = chosen.type;
	const keys = [...titleKeys, ...(emailKey ? [emailKey] : [])].filter((key) => known.has(key));
	const described = keys.length > 0 ? keys : await describedTitleKeys(client, chosen);
	const looked = await Promise.all([
		...described.map(async (key) => await records(client, chosen, { [key]: { $con: wanted } })),
		...(/^\d{1,15}$/.test(wanted) ? [records(client, chosen, { id: Number(wanted) })] : []),
	]);
	const found = new Map(looked.flat().map((row) => [String(row.id), entry(chosen.type, row)]));
	return toldApart([...found.values()]);
}

/** A filter on a field that the object does not have may be refused, so only fields that are there are searched. */
async function describedTitleKeys(client: ApiClient, { type, object }: Chosen): Promise<string[]> {
	const names = new Set((await fieldsOf(client, type, object)).map(({ name }) => name));
	return type.titleKeys.filter((key) => names.has(key));
}

/** The newest records, and whether there are no others; a server that does not tell is asked once more than needed. */
async function block(
	client: ApiClient,
	{ object }: Chosen,
	query: IDataObject | undefined,
): Promise<{ rows: IDataObject[]; isLast: boolean }> {
	const response = await sendForPage(client, {
		method: 'GET',
		path: `/${object}`,
		query: {
			...(query ? { q: JSON.stringify(query) } : {}),
			order: JSON.stringify({ id: 'desc' }),
			limit: MAX_PAGE_SIZE,
		},
	});
	const isOn = goesOn(pageOf(response), { offset: 0, size: MAX_PAGE_SIZE });
	return { rows: recordsIn(response.body), isLast: !isOn };
}

const records = async (
	client: ApiClient,
	chosen: Chosen,
	query: IDataObject | undefined,
): Promise<IDataObject[]> => (await block(client, chosen, query)).rows;

const entry = (type: RecordType, row: IDataObject): INodeListSearchItems => ({
	name: withEmail(titleOf(type, row, row.id), row[type.emailKey ?? '']),
	value: Number(row.id),
});

/** The values of the lookup list of the field that stands in the same filter row. */
export async function searchLookupValues(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { type, object } = chosenObject(this);
	const name = String(this.getCurrentNodeParameter('&field') ?? '');
	const client = await ApiClient.create(this, spotlerCrm);
	const field = (await fieldsOf(client, type, object)).find((one) => one.name === name);
	if (!field || !isLookup(field)) return { results: [] };
	const values = field.choices?.length ? field.choices : await lookupValues(client, object, name);
	const wanted = filter?.trim().toLowerCase() ?? '';
	return {
		results: values
			.filter((one) => one.name.toLowerCase().includes(wanted))
			.map((one) => ({ name: one.name, value: one.value })),
	};
}
