import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { MapperPurpose } from '../../shared/fields/mapper';
import type { Field } from '../../shared/fields/types';
import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import { itemsOf } from '../../shared/operations/run';
import type { Endpoint, HookOperation, OperationResult } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { offsetPaginate } from '../../shared/request/paginate';
import type { ApiRequest, ApiResponse } from '../../shared/request/types';
import { customObjectRecord } from '../resources/customObjectRecord';
import type { RecordType } from '../resources/types';
import { DELETED } from './delete';
import { insightlyPaging, keptSince, keyOf, readSkip } from './getMany';
import {
	PATH_PARTS,
	RECORD_TYPE,
	fillPath,
	partsOf,
	readParentId,
	readParentType,
	type PathPart,
} from './path';
import type { InsightlyOperation } from './types';

/** Where an item's operation takes place. */
export interface Place {
	/** Record type below which it works, as it is in this account. */
	parent?: RecordType;
	parentId?: number;
	/** Path of the request. */
	path: string;
}

/** Anything that hangs on a record or stands alone: one endpoint as one row. */
export interface EndpointRow {
	value: string;
	name: string;
	action: string;
	description: string;
	/** Verb and path as the API's reference writes them; `{parent}` stands for the collection of the form's Record Type. */
	endpoint: Endpoint;
	/** Endpoints of the same kind that it falls back on. */
	otherEndpoints?: readonly Endpoint[];
	/** Record types below which it works, for paths that begin with one. */
	parents?: readonly RecordType[];
	/** Record types whose records the form offers, for paths that name a record otherwise. */
	picks?: readonly RecordType[];
	/** The record type that Record ID and Fields speak of. */
	about?: RecordType;
	/** What the mapper in its form is filled in for. */
	purpose?: MapperPurpose;
	/** Keys of the parameters besides those that the path asks for. */
	parameters?: readonly string[];
	/** Variable parts of the path that only this endpoint has. */
	parts?: Readonly<Record<string, PathPart>>;
	/**
	 * What the request has besides verb and path: query, body, headers, kind of answer.
	 * @throws NodeOperationError for values that cannot be right.
	 */
	send?(
		item: ItemContext,
		client: ApiClient,
		place: Place,
	): Partial<ApiRequest> | Promise<Partial<ApiRequest>>;
	/** The list comes in pages (`top`, `skip`). */
	isPaged?: boolean;
	/** Sends the request where one sending is not the whole story. */
	fetch?: HookOperation['paginate'];
	/** Several calls, told in order, instead of `send`. */
	perform?(
		item: ItemContext,
		client: ApiClient,
		place: Place,
	): Promise<ApiResponse | IDataObject[]>;
	/** Fields of the items that come out. */
	outputFields?: readonly Field[];
	/** The answer to items. Default: its rows; one item that says so where a write answers nothing. */
	receive?: HookOperation['output'];
}

/** One endpoint row as an operation of the node. */
export function endpointOperation(row: EndpointRow): InsightlyOperation {
	const { value, name, action, description, about, purpose, endpoint } = row;
	const parents = row.parents ?? row.picks;
	const [method, template] = endpoint.split(' ') as [ApiRequest['method'], string];
	const isRead = method === 'GET';
	const [first, ...others] = endpointsOf(row);
	const { perform } = row;
	const head = {
		...{ value, name, action, description, parents, about, purpose },
		endpoints: [first, ...others] as [Endpoint, ...Endpoint[]],
		outputFields: row.outputFields ?? (method === 'DELETE' ? DELETED : undefined),
		parameters: parametersOf(row, template),
		...(isRead ? {} : { mutexKey: (item: ItemContext) => workedOn(placeOf(row, template, item)) }),
	};
	if (perform) {
		return {
			...head,
			perform: async (item, client) => await perform(item, client, placeOf(row, template, item)),
			output: row.receive,
		};
	}
	return {
		...head,
		preSend: async (item, client) => {
			const place = placeOf(row, template, item);
			return { method, path: place.path, ...(await row.send?.(item, client, place)) };
		},
		paginate: row.fetch ?? (isRead && isList(row) ? listOf(row) : undefined),
		postReceive: row.receive ?? ((answer) => answerItems(answer, method)),
	};
}

/** Writes below one record go one after the other. */
const workedOn = ({ parent, parentId, path }: Place): string =>
	parent ? `${parent.path}/${parentId}` : path;

/** Every endpoint that a row can reach: one for each of its record types. */
function endpointsOf({
	endpoint,
	otherEndpoints = [],
	parents,
}: EndpointRow): [Endpoint, ...Endpoint[]] {
	const all = [endpoint, ...otherEndpoints].flatMap(
		(one) => parents?.map(({ path }) => one.replace('/{parent}', path)) ?? [one],
	);
	return all as [Endpoint, ...Endpoint[]];
}

const isList = ({ parameters }: EndpointRow): boolean => parameters?.includes('limit') ?? false;

/** Key of the Record Type parameter that offers exactly these record types. */
export const recordTypeKey = (parents: readonly RecordType[]): string =>
	`${RECORD_TYPE}: ${parents.map(({ value }) => value).join(' ')}`;

function parametersOf(
	{ parents = [], about, parts, parameters = [] }: EndpointRow,
	template: string,
) {
	const isBelow = parents.length > 0;
	const named = partsOf(template).filter((part) => !(isBelow && ['parent', 'id'].includes(part)));
	return [
		...(parents.length > 1 ? [recordTypeKey(parents)] : []),
		...(parents.includes(customObjectRecord) ? ['customObjectOfParent'] : []),
		...(isBelow ? [about ? 'parent' : 'hostRecord'] : []),
		...named.flatMap((part) => partNamed(part, parts).parameters),
		...parameters,
	];
}

function partNamed(part: string, own: EndpointRow['parts']): PathPart {
	return own?.[part] ?? PATH_PARTS[part];
}

function placeOf(
	{ parents, parts, about }: EndpointRow,
	template: string,
	item: ItemContext,
): Place {
	const parent = parents && readParentType(item, parents);
	const parentId = parent && readParentId(item, parent);
	const below = parent ? template.replace(/^\/[^/]+/, parent.path) : template;
	const path = fillPath(below, (part) =>
		part === 'id' && parentId !== undefined ? parentId : partNamed(part, parts).read(item, about),
	);
	return { path, ...(parent ? { parent, parentId } : {}) };
}

/** Reads a list: page by page where the API cuts it, in one piece where it does not. */
function listOf({ isPaged, about }: EndpointRow): NonNullable<HookOperation['paginate']> {
	return async (client, request, item) => {
		const limit = wantedRows(item);
		if (!isPaged) return insightlyPaging.rows(await client.send(request)).slice(0, limit);
		return await offsetPaginate(client, request, insightlyPaging, {
			limit,
			skip: readSkip(item),
			key: about ? keyOf(about) : () => undefined,
			...keptSince(item, about),
		});
	};
}

/** What a write answers; a deletion, and a write without words, say that they were done. */
function answerItems({ rows }: OperationResult, method: string): INodeExecutionData[] {
	if (method === 'DELETE') return itemsOf([{ deleted: true }]);
	if (method === 'GET' || rows.length > 0) return itemsOf(rows);
	return itemsOf([{ success: true }]);
}
