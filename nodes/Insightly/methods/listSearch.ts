import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { titleOf } from '../../shared/description/title';
import { toldApart, withEmail } from '../../shared/description/listEntries';
import { ApiClient } from '../../shared/request/client';
import { goesOn, type ListPage } from '../../shared/request/listPage';
import { rowsOf } from '../../shared/request/rows';
import { searchByField } from '../operations/search';
import type { RecordType } from '../resources/types';
import { COUNTED, isPage, pageOf } from '../api/paging';
import { insightly } from '../api/service';
import { contact } from '../resources/contact';
import { customObject } from '../resources/customObject';
import { milestone } from '../resources/milestone';
import { opportunity } from '../resources/opportunity';
import { organisation } from '../resources/organisation';
import { project } from '../resources/project';
import { task } from '../resources/task';
import { chosenParent, chosenRecordType, recordTypeIn } from './formChoice';

const PAGE = 100;

/** Rows looked through for a part of a name, per call. The list asks for more when it is scrolled. */
const SCAN_PAGE = 500;
const SCAN_PAGES = 4;

/**
 * Records for a locator. The API finds whole words only ("exact match"), so a typed text is looked for in three ways: as
 * an ID, as the exact value of a name field, and as a part of a name while going through the list.
 */
export async function searchRecords(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await recordsFor(this, chosenRecordType(this), filter, paginationToken);
}

/** Records that something can hang on or belong to. */
export async function searchParents(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await recordsFor(this, chosenParent(this), filter, paginationToken);
}

/** Records that can be linked to. */
export async function searchLinkTargets(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await recordsFor(this, recordTypeIn(this, 'linkRecordType'), filter, paginationToken);
}

/** The same, for a row of Link To. */
export async function searchLinkedRecords(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await recordsFor(this, recordTypeIn(this, '&recordType'), filter, paginationToken);
}

function searchOf(type: RecordType) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await recordsFor(this, type, filter, paginationToken);
	};
}

/** Records that a field can name, one list for each type of them. */
export const searchContact = searchOf(contact);
export const searchMilestone = searchOf(milestone);
export const searchOpportunity = searchOf(opportunity);
export const searchOrganisation = searchOf(organisation);
export const searchProject = searchOf(project);
export const searchTask = searchOf(task);

/** Custom objects of the account, by label. */
export async function searchCustomObjects(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const client = await ApiClient.create(this, insightly);
	const { body } = await client.send({ method: 'GET', path: customObject.path });
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = rowsOf(body)
		.map((row) => ({
			name: String(row.SINGULAR_LABEL || row.OBJECT_NAME),
			value: String(row.OBJECT_NAME),
		}))
		.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
	return { results };
}

async function recordsFor(
	context: ILoadOptionsFunctions,
	type: RecordType,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await ApiClient.create(context, insightly);
	const skip = Number(paginationToken ?? 0);
	const wanted = filter?.trim() ?? '';
	if (wanted === '') return await listPage(client, type, skip);
	const exact = skip === 0 ? await exactMatches(client, type, wanted) : [];
	return await scanPages(client, type, wanted.toLowerCase(), skip, exact);
}

const entry = (type: RecordType, row: IDataObject): INodeListSearchItems => ({
	name: withEmail(titleOf(type, row, row[type.idKey]), row[type.emailKey ?? '']),
	value: Number(row[type.idKey]),
});

async function listPage(
	client: ApiClient,
	type: RecordType,
	skip: number,
	top = PAGE,
): Promise<INodeListSearchResult> {
	const page = await briefPage(client, type, skip, top);
	return {
		results: toldApart(page.rows.map((row) => entry(type, row))),
		...(goesOn(page, { offset: skip, size: top })
			? { paginationToken: String(skip + page.received) }
			: {}),
	};
}

async function briefPage(
	client: ApiClient,
	type: RecordType,
	skip: number,
	top: number,
): Promise<ListPage> {
	const brief = type.listing === 'paged' ? {} : { brief: true };
	const query = { ...brief, ...COUNTED, top, skip };
	return pageOf(await client.send({ method: 'GET', path: type.path, accepts: isPage, query }));
}

async function exactMatches(
	client: ApiClient,
	type: RecordType,
	wanted: string,
): Promise<IDataObject[]> {
	if (!type.isSearchable) return [];
	const keys = [...new Set([...type.titleKeys, ...(type.matchKey ? [type.matchKey] : [])])];
	const looked = await Promise.allSettled([
		...keys.map(async (key) => await searchByField(client, type, key, wanted, PAGE)),
		...(/^\d+$/.test(wanted) ? [byId(client, type, wanted)] : []),
	]);
	return looked.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
}

async function byId(client: ApiClient, type: RecordType, id: string): Promise<IDataObject[]> {
	return await searchByField(client, type, type.idKey, id, 1);
}

async function scanPages(
	client: ApiClient,
	type: RecordType,
	wanted: string,
	from: number,
	found: IDataObject[],
): Promise<INodeListSearchResult> {
	const results = new Map(found.map((row) => [String(row[type.idKey]), entry(type, row)]));
	let skip = from;
	for (let page = 0; page < SCAN_PAGES && results.size < PAGE; page++) {
		const read = await briefPage(client, type, skip, SCAN_PAGE);
		for (const row of read.rows) {
			const isMatch = [titleOf(type, row, row[type.idKey]), row[type.matchKey ?? '']].some((text) =>
				String(text ?? '')
					.toLowerCase()
					.includes(wanted),
			);
			if (isMatch) results.set(String(row[type.idKey]), entry(type, row));
		}
		const isOn = goesOn(read, { offset: skip, size: SCAN_PAGE });
		if (!isOn) return { results: toldApart([...results.values()]) };
		skip += read.received;
	}
	return { results: toldApart([...results.values()]), paginationToken: String(skip) };
}
