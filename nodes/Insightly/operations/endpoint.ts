import type { INodeExecutionData } from 'n8n-workflow';

import { rowsOrHint } from '../../shared/form/hints';
import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import { itemsOf } from '../../shared/operations/run';
import type { Endpoint, OperationResult, Paging } from '../../shared/operations/types';
import { isRowList, rowsOf } from '../../shared/request/rows';
import type { ApiRequest } from '../../shared/request/types';
import { readPages } from '../api/paging';
import { DELETED_FIELDS, deletedOutput, recordOutput } from '../output/records';
import type { EndpointRow, PathPart, Place, RecordType } from '../resources/types';
import { typesWith } from '../resources/recordTypes';
import { keptSince, readSkip } from './listFilters';
import { readParentId, readParentType, recordTypeKey } from './parent';
import { fillPath, partsOf, PATH_PARTS } from './path';
import type { InsightlyOperation } from './types';

/**
 * One endpoint row as an operation of the node.
 * @param owner the record type whose row it is; rows below a record are about something else unless they say so
 */
export function endpointOperation(row: EndpointRow, owner?: RecordType): InsightlyOperation {
	const { value, name, action, description, purpose, options, endpoint, perform } = row;
	const about = row.about ?? (row.below ? undefined : owner);
	const parents = row.below ?? row.picks;
	const [method, template] = endpoint.split(' ') as [ApiRequest['method'], string];
	const isRead = method === 'GET';
	const place = (item: ItemContext): Place => placeOf(row, template, item, about);
	const head = {
		...{ value, name, action, description, about, purpose, options },
		parents: parents && typesWith(parents),
		endpoints: endpointsOf(row),
		outputFields: row.outputFields ?? (method === 'DELETE' ? DELETED_FIELDS : owner?.fields),
		parameters: parametersOf(row, template, about),
		...(isRead ? {} : { mutexKey: (item: ItemContext) => workedOn(place(item)) }),
		output: row.output ?? (givesRecord(row) ? recordOutput(about ?? owner) : outputOf(method)),
	};
	if (perform) {
		return { ...head, perform: async (item, client) => await perform(item, client, place(item)) };
	}
	return {
		...head,
		request: async (item) => {
			const here = place(item);
			return { method, path: here.path, ...(await row.send?.(item, here)) };
		},
		paging: isRead && isList(row) ? pagingOf(row, about) : undefined,
	};
}

/** Writes below one record go one after the other. */
const workedOn = ({ parent, parentId, path }: Place): string =>
	parent ? `${parent.path}/${parentId}` : path;

/** Every endpoint that a row can reach: one for each of its record types. */
function endpointsOf({
	endpoint,
	otherEndpoints = [],
	below,
}: EndpointRow): [Endpoint, ...Endpoint[]] {
	const all = [endpoint, ...otherEndpoints].flatMap((one) =>
		below ? typesWith(below).map(({ path }) => one.replace('/{parent}', path)) : [one],
	);
	return all as [Endpoint, ...Endpoint[]];
}

/** Whether the form offers to simplify what comes out. */
const givesRecord = ({ parameters = [], options = [] }: EndpointRow): boolean =>
	[...parameters, ...options].includes('simplify');

const isList = ({ parameters }: EndpointRow): boolean => parameters?.includes('limit') ?? false;

function parametersOf(
	{ below, picks, parts, parameters = [] }: EndpointRow,
	template: string,
	about: RecordType | undefined,
): string[] {
	const feature = below ?? picks;
	const parents = feature ? typesWith(feature) : [];
	const named = partsOf(template).filter((part) => !(feature && ['parent', 'id'].includes(part)));
	return [
		...(feature && parents.length > 1 ? [recordTypeKey(feature)] : []),
		...parents.flatMap((parent) => parent.named?.keys.ofParent ?? []),
		...(feature ? [about ? 'parent' : 'hostRecord'] : []),
		...named.flatMap((part) => partNamed(part, parts).parameters),
		...parameters,
	];
}

function partNamed(part: string, own: EndpointRow['parts']): PathPart {
	return own?.[part] ?? PATH_PARTS[part];
}

function placeOf(
	{ below, picks, parts }: EndpointRow,
	template: string,
	item: ItemContext,
	about: RecordType | undefined,
): Place {
	const feature = below ?? picks;
	const parent = feature && readParentType(item, feature);
	const parentId = parent && readParentId(item, parent);
	const beginning = below && parent ? template.replace('/{parent}', parent.path) : template;
	const path = fillPath(beginning, (part) =>
		part === 'id' && parentId !== undefined ? parentId : partNamed(part, parts).read(item, about),
	);
	return { path, ...(parent ? { parent, parentId } : {}) };
}

/** Reads a list: page by page where the API cuts it, in one piece where it does not. */
function pagingOf({ isPaged }: EndpointRow, about: RecordType | undefined): Paging {
	return async (client, request, item) => {
		const limit = wantedRows(item);
		if (!isPaged)
			return rowsOf((await client.send({ ...request, accepts: isRowList })).body).slice(0, limit);
		const rows = { ...about, isFiltered: true };
		const options = { limit, skip: readSkip(item), ...keptSince(item, about) };
		return rowsOrHint(item.functions, 'Insightly', await readPages(client, request, rows, options));
	};
}

/** What a write answers; a deletion, and a write without words, say that they were done. */
const outputOf = (method: string): ((result: OperationResult) => INodeExecutionData[]) => {
	if (method === 'DELETE') return deletedOutput;
	return ({ rows }) => itemsOf(method === 'GET' || rows.length > 0 ? rows : [{ success: true }]);
};
