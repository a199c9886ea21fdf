import type { Reply } from '../../shared/http';
import { emptyReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody, touchParent } from '../call';
import { notFound } from '../refusal';
import type { CollectionName } from '../resources';
import { resourceOf } from '../resources';
import { refreshQuotation } from '../rules';
import { createRecord, numberInBody, updateRecord } from './collection';
import { nestedCreateReply, nestedGetStatus, pageReply, recordReply } from './present';
import type { Behaviour } from './index';

/** Records that live below another: where, in which collection, and by which field they name their parent. */
const CHILDREN: ReadonlyArray<
	readonly [parent: string, segment: string, child: CollectionName, parentKey: string, id: string]
> = [
	['CommunityForums', 'CommunityPosts', 'CommunityPosts', 'FORUM_ID', 'childEntityId'],
	['CommunityPosts', 'CommunityComments', 'CommunityComments', 'POST_ID', 'childEntityId'],
	[
		'Opportunities',
		'OpportunityLineItem',
		'OpportunityLineItem',
		'OPPORTUNITY_ID',
		'childEntityId',
	],
	['Pricebook', 'PricebookEntry', 'PricebookEntry', 'PRICEBOOK_ID', 'childEntityId'],
	['Product', 'PricebookEntry', 'PricebookEntry', 'PRODUCT_ID', 'childEntityId'],
	['Projects', 'Milestones', 'Milestones', 'PROJECT_ID', 'milestoneId'],
	['Quotation', 'QuotationDocument', 'QuotationDocument', 'QUOTE_ID', 'childEntityId'],
	['Quotation', 'QuotationLineItem', 'QuotationLineItem', 'QUOTE_ID', 'childEntityId'],
];

/** Children that come with required fields of a record further up. */
const INHERITED: Readonly<Record<string, readonly string[]>> = {
	CommunityComments: ['FORUM_ID'],
};

function childrenOf(child: CollectionName, parentKey: string): Behaviour {
	return (call) => {
		recordInPath(call);
		const mine = call.account.store
			.all(child)
			.filter((row) => Number(row[parentKey]) === idParameter(call));
		return pageReply(call, resourceOf(child), mine, nestedGetStatus(call));
	};
}

function addChild(child: CollectionName, parentKey: string): Behaviour {
	return (call) => {
		const parent = recordInPath(call);
		const inherited = (INHERITED[child] ?? []).map((field) => [field, parent[field]]);
		const fixed = { ...Object.fromEntries(inherited), [parentKey]: idParameter(call) };
		const row = createRecord(call, resourceOf(child), singleBody(call), fixed);
		touchParent(call);
		return nestedCreateReply(call, resourceOf(child), row, 'array');
	};
}

function changeChild(child: CollectionName, parentKey: string): Behaviour {
	return (call) => {
		recordInPath(call);
		const resource = resourceOf(child);
		const body = singleBody(call);
		const id = numberInBody(resource, body);
		requireChild(call, child, parentKey, id);
		const row = updateRecord(call, resource, id, body);
		touchParent(call);
		return recordReply(call.account, resource, row, call.account.switches.putStatus);
	};
}

function removeChild(child: CollectionName, parentKey: string, idName: string): Behaviour {
	return (call): Reply => {
		recordInPath(call);
		const id = idParameter(call, idName);
		requireChild(call, child, parentKey, id);
		call.account.store.remove(child, id);
		if (child === 'QuotationLineItem') refreshQuotation(call.account, idParameter(call));
		touchParent(call);
		return emptyReply(202);
	};
}

function requireChild(
	{ account, params }: Call,
	child: CollectionName,
	parentKey: string,
	id: number,
): JsonObject {
	const row = account.store.get(child, id);
	if (!row || Number(row[parentKey]) !== Number(params.id)) throw notFound();
	return row;
}

/** What is attached by hand elsewhere has no POST or PUT here; the specification decides which rows are used. */
export const childBehaviours: Readonly<Record<string, Behaviour>> = Object.fromEntries(
	CHILDREN.flatMap(([parent, segment, child, key, id]): Array<[string, Behaviour]> => {
		const path = `/${parent}/{id}/${segment}`;
		const reading: Array<[string, Behaviour]> = [
			[`GET ${path}`, childrenOf(child, key)],
			[`DELETE ${path}/{${id}}`, removeChild(child, key, id)],
		];
		if (child === 'QuotationDocument') return reading;
		return [
			...reading,
			[`POST ${path}`, addChild(child, key)],
			[`PUT ${path}`, changeChild(child, key)],
		];
	}),
);
