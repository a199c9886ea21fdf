import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Field } from '../fields/types';
import type { ApiClient } from '../request/client';
import type { ApiRequest, ApiResponse } from '../request/types';
import type { ItemContext } from '../form/itemContext';

/** `GET /Contacts/{id}`: verb and path as the API's own reference writes them. */
export type Endpoint = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/**
 * One operation of one resource, as data plus at most three hooks. The engine calls them in this order for each item:
 * `preSend` builds the request, `paginate` (or a single send) gets the answer, `postReceive` makes rows of it.
 */
export interface Operation {
	value: string;
	/** Name in the Operation list. */
	name: string;
	/** Text in the node panel: sentence case, no article. */
	action: string;
	description: string;
	/** Every endpoint that the operation can reach; the first one is its main request. */
	endpoints: readonly [Endpoint, ...Endpoint[]];
	/** Fields of the items that come out: the output schema. Without it, items have no fixed fields. */
	output?: readonly Field[];
	/** Keys of the parameter pool that the form shows for it, in the pool's order. */
	parameters: readonly string[];
	/**
	 * Parameters to one request. An operation of several requests sends the earlier ones itself, through `client`.
	 * @throws NodeOperationError for values that cannot be right, before anything is sent.
	 */
	preSend(item: ItemContext, client: ApiClient): ApiRequest | Promise<ApiRequest>;
	/**
	 * Names what a writing item works on. Items with the same name, in this run or another of the process, take turns in
	 * the order they came; without it (or with undefined) items go side by side.
	 */
	mutexKey?(item: ItemContext): string | undefined;
	/** Reads a list page by page; without it the request is sent once. */
	paginate?(client: ApiClient, request: ApiRequest, item: ItemContext): Promise<IDataObject[]>;
	/** The answer to items; default: an object is one item, an array is its rows. Links are set by the engine. */
	postReceive?(
		answer: OperationResult,
		item: ItemContext,
		client: ApiClient,
	): INodeExecutionData[] | Promise<INodeExecutionData[]>;
}

/** The answer of the main request: the rows of all pages, or the one response. */
export interface OperationResult {
	rows: IDataObject[];
	/** The one response, and what asked for it; a list that was read page by page has neither. */
	response?: ApiResponse;
	request?: ApiRequest;
}

/** A resource as the node offers it. */
export interface Resource {
	value: string;
	name: string;
	description?: string;
	operations: readonly Operation[];
}
