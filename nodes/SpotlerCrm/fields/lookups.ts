import type { IDataObject } from 'n8n-workflow';

import type { Field, FieldChoice } from '../../shared/fields/types';
import { isObject } from '../../shared/request/rows';
import { pathSegment } from '../../shared/request/safeRequest';
import { readChoices } from './dictionaryResponse';

/** Where a list's values may stand: the response of GET is not documented, that of PATCH has `items`. */
const CONTAINERS = ['items', 'list', 'values', 'data', 'lookup', 'options', 'record'];

/** Keys of a response that hold no value of the list. */
const BESIDES = ['message', 'type'];

/**
 * The values in a response of `GET /lookup/{object}/{field}` or `PATCH /lookup/{list}`.
 *
 * `{"message": "Lookup values added", "items": [{"value": "Customer", "id": "Customer"}]}` (API v4 page, of PATCH)
 */
export function readLookup(body: unknown): FieldChoice[] {
	const direct = readChoices(body);
	if (direct) return direct;
	if (!isObject(body)) return [];
	for (const key of CONTAINERS) {
		const inside = body[key] === undefined ? [] : readLookup(body[key]);
		if (inside.length > 0) return inside;
	}
	return keyedValues(body);
}

/** `{"Customer": "Customer", "Prospect": "Prospect"}` */
const keyedValues = (row: IDataObject): FieldChoice[] =>
	Object.entries(row)
		.filter(([key, value]) => typeof value === 'string' && !BESIDES.includes(key))
		.map(([value, name]) => ({ name: String(name), value }));

/** Address of a field's list. Names with a slash are encoded; whether the server takes that is not known. */
export const lookupPath = (object: string, field: string): string =>
	`/lookup/${pathSegment(object)}/${pathSegment(field)}`;

/** Whether a field's values come from a lookup list. */
export const isLookup = ({ kind, list }: Field): boolean => kind === 'choice' && list === undefined;
