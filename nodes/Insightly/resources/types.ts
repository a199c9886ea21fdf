import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../shared/fields/types';
import type { ApiClient } from '../../shared/request/client';

/** What the API does with a collection besides searching it. */
export type RecordVerb = 'list' | 'get' | 'create' | 'update' | 'delete';

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
	/** What the API does not offer for it. Default: it offers everything. */
	lacks?: readonly RecordVerb[];
	/** Its list takes `brief`, `top` and `skip` (default); only `top` and `skip`; or comes whole. */
	listing?: 'brief' | 'paged' | 'whole';
	/** What options of its own put into the query of its list. */
	listQuery?(options: IDataObject): IDataObject;
	/** Where DELETE names the record. Default: in the path. */
	deletedBy?: 'path' | 'query';
	/** What DELETE does where it does not remove the record. */
	deleteDescription?: string;
	/** Whether `/Search` exists. With `updatedKey` it also makes a trigger possible. */
	isSearchable: boolean;
	/** Whether `/SearchByTag` exists. */
	isTaggable: boolean;
	/** Name in `/CustomFields/{objectName}` and in the fields' FIELD_FOR; without it the type has no custom fields. */
	customFieldsOf?: string;
	fields: readonly Field[];
	/** Values that the API calls required and that nobody wants to type in; sent only where the user gave none. */
	createDefaults?(client: ApiClient): Promise<IDataObject>;
}

/** What the user sees of a record in lists: its title keys, or its ID if they are all empty. */
export function titleOf(type: RecordType, row: Readonly<Record<string, unknown>>): string {
	const title = type.titleKeys
		.map((key) => row[key])
		.filter((part) => part !== null && part !== undefined && part !== '')
		.map(String)
		.join(' ');
	return title || `${type.name} ${String(row[type.idKey])}`;
}

/** Whether the API offers this for the record type. */
export const offers = (type: RecordType, verb: RecordVerb): boolean =>
	!(type.lacks ?? []).includes(verb);

/** The record type's name within a sentence. */
export const nameInText = ({ name }: RecordType): string => name.toLowerCase();

/** Singular name without blanks, as links and screens of other programs spell it. */
export const objectNameOf = ({ objectName, name }: RecordType): string =>
	objectName ?? name.replace(/ /g, '');
