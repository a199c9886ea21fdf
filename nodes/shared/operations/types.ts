import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Field } from '../fields/types';
import type { ItemContext } from '../form/itemContext';
import type { ApiClient } from '../request/client';
import type { ApiRequest, ApiResponse } from '../request/types';

/** `GET /Contacts/{id}`: verb and path as the API's own reference writes them. */
export type Endpoint = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** What every operation of a resource has, whichever its shape. */
export interface OperationHead {
	value: string;
	/** Name in the Operation list. */
	name: string;
	/** Text in the node panel: sentence case, no article. */
	action: string;
	description: string;
	/** Every endpoint that the operation can reach; the first one is its main request. */
	endpoints: readonly [Endpoint, ...Endpoint[]];
	/** Fields of the items that come out: the output schema. Without it, items have no fixed fields. */
	outputFields?: readonly Field[];
	/** Keys of the parameter pool that the form shows for it, in the pool's order. */
	parameters: readonly string[];
	/** Keys of what its Options offer. */
	options?: readonly string[];
	/**
	 * Names what a writing item works on. Items with the same name, in this run or another of the process, go one after
	 * the other in the order they came; without it (or with undefined) items go side by side.
	 */
	mutexKey?(item: ItemContext): string | undefined;
	/** The result to items; default: its rows. Links to the input item are set by the engine. */
	output?(
		result: OperationResult,
		item: ItemContext,
		client: ApiClient,
	): INodeExecutionData[] | Promise<INodeExecutionData[]>;
}

/** One call: the form becomes one request. A list may be paged. */
export interface RequestOperation extends OperationHead {
	/** @throws NodeOperationError for values that cannot be right, before anything is sent. */
	request(item: ItemContext): ApiRequest | Promise<ApiRequest>;
	/** How the list that the request begins is read; without it the request is sent once. */
	paging?: Paging;
}

/** Several calls, told in order. */
export interface PerformOperation extends OperationHead {
	/** @throws NodeOperationError for values that cannot be right; NodeApiError for what the service refuses. */
	perform(item: ItemContext, client: ApiClient): Promise<ApiResponse | IDataObject[]>;
}

/** Reads a list page by page, up to the limit that the user's form sets. */
export type Paging = (
	client: ApiClient,
	request: ApiRequest,
	item: ItemContext,
) => Promise<IDataObject[]>;

export type Operation = RequestOperation | PerformOperation;

/** What an operation found or did: the rows, and the one response where a single request gave them. */
export interface OperationResult {
	rows: IDataObject[];
	/** A list that was read page by page has neither this nor `request`. */
	response?: ApiResponse;
	/** What asked for the response; only known for operations of one request. */
	request?: ApiRequest;
}

/** A resource as the node offers it. */
export interface Resource {
	value: string;
	name: string;
	description?: string;
	/** Reached through the Resource list only: its operations have no rows in the node panel. */
	isRare?: boolean;
	/** Its records, within a sentence. */
	plural?: string;
	operations: readonly Operation[];
}
