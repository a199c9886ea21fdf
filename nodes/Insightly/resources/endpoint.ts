import type { IDataObject } from 'n8n-workflow';

import type { MapperPurpose } from '../../shared/fields/mapper';
import type { Field } from '../../shared/fields/types';
import type { FormReader } from '../../shared/form/formReader';
import type { ItemContext } from '../../shared/form/itemContext';
import type { Endpoint, OperationHead } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest, ApiResponse } from '../../shared/request/types';
import type { Feature, RecordType } from './types';

/** Where an item's operation takes place. */
export interface Place {
	/** Record type below which it works, as it is in this account. */
	parent?: RecordType;
	parentId?: number;
	/** Path of the request. */
	path: string;
}

/** How one variable part of a path is read from the form. */
export interface PathPart {
	/** Keys in the parameter pool of what it is read from. */
	parameters: readonly string[];
	/** @throws NodeOperationError when it cannot be right. */
	read(item: ItemContext, about: RecordType | undefined): string | number;
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
	/** For paths that begin with `{parent}`: what the record types have below which it works. */
	below?: Feature;
	/** The same for paths that name a record otherwise; the form offers their records to pick from. */
	picks?: Feature;
	/** The record type that Record ID and Fields speak of. Default: the one whose row it is. */
	about?: RecordType;
	/** What the mapper in its form is filled in for. */
	purpose?: MapperPurpose;
	/** Keys of the parameters besides those that the path asks for. */
	parameters?: readonly string[];
	/** Variable parts of the path that only this endpoint has. */
	parts?: Readonly<Record<string, PathPart>>;
	/**
	 * What the request has besides verb and path: query, body, headers, kind of response.
	 * @throws NodeOperationError for values that cannot be right.
	 */
	send?(item: ItemContext, place: Place): Partial<ApiRequest> | Promise<Partial<ApiRequest>>;
	/** Instead of `send`: several calls, told in order. */
	perform?(
		item: ItemContext,
		client: ApiClient,
		place: Place,
	): Promise<ApiResponse | IDataObject[]>;
	/** The list comes in pages (`top`, `skip`). */
	isPaged?: boolean;
	/** Fields of the items that come out. */
	outputFields?: readonly Field[];
	/** The result to items. Default: its rows; one item that says so where a write answers nothing. */
	output?: OperationHead['output'];
}

/** What hangs on records and is none itself: a resource of its own in the node. */
export interface SubResource {
	value: string;
	name: string;
	description: string;
	rows: readonly EndpointRow[];
}

export type ChildVerb = 'getMany' | 'create' | 'update' | 'delete';

/** How records are reached below another record, at `/{parent}/{id}/…`. */
export interface BelowParent {
	/** What the parents have. */
	parents: Feature;
	/** What the parent is called in the names of operations. */
	parentName: string;
	/** Last part of the path: `Milestones`. */
	segment: string;
	/** Name of the record's own ID in the path, where it can be deleted there. */
	idPart?: string;
	verbs: readonly ChildVerb[];
	/** Verbs that the record type also has by itself: here they are named after the parent. */
	besides?: readonly ChildVerb[];
	/** Fields that the parent's own place says besides its ID. */
	inherited?: readonly string[];
	/** The list takes `brief`, `top`, `skip` and `updated_after_utc`. */
	isFiltered?: boolean;
}

/** A record type that stands for many: each of the account's custom objects is one. */
export interface NamedType {
	/** Parameter that names the one that is meant. */
	parameter: string;
	/** Key in the parameter pool of that parameter, and where it is asked for below a record of the type. */
	keys: { own: string; ofParent: string };
	/**
	 * The one that the form means, with its own path and fields.
	 * @throws NodeOperationError when the form names none that can be.
	 */
	resolve(form: FormReader): RecordType;
}
