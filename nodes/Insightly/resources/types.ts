import type { IDataObject } from 'n8n-workflow';

import type { MapperPurpose } from '../../shared/fields/mapper';
import type { Field } from '../../shared/fields/types';
import type { FormReader } from '../../shared/form/formReader';
import type { ItemContext } from '../../shared/form/itemContext';
import type { Endpoint, OperationHead } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest, ApiResponse } from '../../shared/request/types';

/** What the API does with a collection besides searching it. */
export type RecordVerb = 'list' | 'get' | 'create' | 'update' | 'delete';

/**
 * What records of a type have, or what is reached below them, as the v3.1 specification lists it. Each is one sub-resource
 * or one kind of child record; what it has to do with which types is derived from here (see `typesWith`).
 */
export type Feature =
	| 'activities'
	| 'activitySets'
	| 'changeableLinks'
	| 'comments'
	| 'communityComments'
	| 'communityPosts'
	| 'dates'
	| 'documents'
	| 'emailDomains'
	| 'files'
	| 'filesToRead'
	| 'follow'
	| 'image'
	| 'imageFields'
	| 'links'
	| 'milestones'
	| 'noteComments'
	| 'opportunityLineItems'
	| 'pipeline'
	| 'pricebookEntries'
	| 'quotationDocuments'
	| 'quotationLineItems'
	| 'states'
	| 'staticLists'
	| 'tags'
	| 'tagsInUse'
	| 'teamMembers'
	| 'ticketComments'
	| 'translations';

/** Parts of Insightly that not every plan has. */
export type Plan = 'products' | 'service' | 'marketing';

/** What Insightly can do with a record type, and what its records look like. One row of the API's own reference. */
export interface RecordType {
	/** Value in the Resource list. */
	value: string;
	/** Singular, as users know it. */
	name: string;
	/** Plural, as users know it. */
	plural: string;
	/** Collection path as the API spells it: some are singular, all are British. */
	path: `/${string}`;
	/** Property that holds the ID; also what PUT expects in its body. */
	idKey: string;
	/** Properties that together name a record in lists. */
	titleKeys: readonly string[];
	/** Name in links and in other APIs of the account, where it differs from the name without blanks. */
	objectName?: string;
	/** Property that tells apart, in lists, what has the same title. */
	emailKey?: string;
	/** Property that Create or Update matches on unless told otherwise. */
	matchKey?: string;
	createdKey?: string;
	updatedKey?: string;
	/** Properties that say how far a record has got, for the event *Stage Changed*. */
	stageKeys?: readonly string[];
	/** The plan that it needs. Default: every plan has it. */
	plan?: Plan;
	/** What the API does not offer for it. Default: it offers everything. */
	lacks?: readonly RecordVerb[];
	/** Its list takes `brief`, `top` and `skip` (default); only `top` and `skip`; or comes whole. */
	listing?: 'brief' | 'paged' | 'whole';
	/** Keys of options that only its list has. */
	listOptions?: readonly string[];
	/** What they put into the query. */
	listQuery?(options: IDataObject): IDataObject;
	/** Where DELETE names the record. Default: in the path. */
	deletedBy?: 'path' | 'query';
	/** What DELETE does where it does not remove the record. */
	deleteDescription?: string;
	/** Whether `/Search` exists. With `updatedKey` it also makes a trigger possible. */
	isSearchable: boolean;
	/** Name in `/CustomFields/{objectName}` and in the fields' FIELD_FOR; without it the type has no custom fields. */
	customFieldsOf?: string;
	/** What hangs on its records. Those with tags have `/SearchByTag` too. */
	has?: readonly Feature[];
	/** Where its records are reached besides their own collection. */
	below?: BelowParent;
	/** Endpoints of its own besides the usual ones. */
	actions?: readonly EndpointRow[];
	/** A record that it belongs to and that Create or Update can name: found by its name, or created. */
	parentByName?: {
		/** Name of the option that holds the name. */
		option: string;
		/** Field that takes the ID. */
		key: string;
		type: RecordType;
		nameKey: string;
	};
	/** Set where the type stands for many of the account's own. */
	named?: NamedType;
	/** One of the few types that nearly every account works with: forms name its locator after it. */
	isCore?: boolean;
	/** Fields that nearly everybody fills in: forms show them at once, besides what a new record needs. */
	shown?: readonly string[];
	fields: readonly Field[];
	/** Values that the API calls required and that nobody wants to type in; sent only where the user gave none. */
	createDefaults?(client: ApiClient): Promise<IDataObject>;
}

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
	/** Keys of what its Options offer. */
	options?: readonly string[];
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

/** Whether the API offers this for the record type. */
export const offers = (type: RecordType, verb: RecordVerb): boolean =>
	!(type.lacks ?? []).includes(verb);

/** Whether records of the type have this. */
export const hasFeature = ({ has = [] }: RecordType, feature: Feature): boolean =>
	has.includes(feature);

/**
 * The record type as it is in this account.
 * @throws NodeOperationError when the form names none that can be.
 */
export const resolveType = (type: RecordType, form: FormReader): RecordType =>
	type.named?.resolve(form) ?? type;

/** The record type's name within a sentence. */
export const nameInText = ({ name }: RecordType): string => name.toLowerCase();

/** Singular name without blanks, as links and screens of other programs spell it. */
export const objectNameOf = ({ objectName, name }: RecordType): string =>
	objectName ?? name.replace(/ /g, '');
