import type { Endpoint } from '../../shared/operations/types';
import { createBody, recordValues, type KnownFromPath } from '../fields/recordValues';
import { recordOutput } from '../output/records';
import { nameInText, type RecordType } from '../resources/types';
import { endpointOperation, type EndpointRow, type Place } from './endpoint';
import { filterQuery } from './getMany';
import { isSimplified } from './forType';
import type { InsightlyOperation } from './types';
import { updateAt } from './update';

type ChildVerb = 'getMany' | 'create' | 'update' | 'delete';

/** Records that are reached below another record, at `/{parent}/{id}/…`. */
export interface ChildRecords {
	/** What they are. */
	about: RecordType;
	parents: readonly RecordType[];
	/** Last part of the path: `Milestones`. */
	segment: string;
	/** Name of their own ID in the path, where they can be deleted there. */
	idPart?: string;
	verbs: readonly ChildVerb[];
	/** Verbs that the record type also has by itself: here they are named after the parent. */
	besides?: readonly ChildVerb[];
	/** What the parent is called in the names of those. */
	parentName: string;
	/** Fields that the parent's own place says besides its ID. */
	inherited?: readonly string[];
	/** The list takes `brief`, `top`, `skip` and `updated_after_utc`. */
	isFiltered?: boolean;
}

/** The operations on records below another record. */
export const childOperations = (child: ChildRecords): InsightlyOperation[] =>
	child.verbs.map((verb) => endpointOperation(ROWS[verb](child)));

const ROWS: Record<ChildVerb, (child: ChildRecords) => EndpointRow> = {
	getMany: listRow,
	create: createRow,
	update: updateRow,
	delete: deleteRow,
};

const simplify = ({ about }: ChildRecords): string[] => (isSimplified(about) ? ['simplify'] : []);

function listRow(child: ChildRecords): EndpointRow {
	const { about, parents, parentName, isFiltered } = child;
	return {
		value: 'getManyOfParent',
		name: `Get Many of ${parentName}`,
		action: `Get many ${about.plural} of ${parentName.toLowerCase()}`,
		description: `List the ${about.plural} that belong to one ${parentName.toLowerCase()}`,
		endpoint: endpointOf('GET', child),
		...{ parents, about, outputFields: about.fields },
		isPaged: isFiltered,
		parameters: ['returnAll', 'limit', ...(isFiltered ? ['optionsOfParent'] : simplify(child))],
		send: (item) => (isFiltered ? { query: filterQuery(item) } : {}),
		receive: recordOutput,
	};
}

function createRow(child: ChildRecords): EndpointRow {
	const { about, parents } = child;
	return {
		...named('create', 'Create', child),
		description: `Create a new ${nameInText(about)} that belongs to one ${child.parentName.toLowerCase()}`,
		endpoint: endpointOf('POST', child),
		...{ parents, about, outputFields: about.fields },
		purpose: 'create',
		parameters: ['fields', ...simplify(child)],
		send: async (item, client, place) => {
			const values = await recordValues(item, client, about, 'create');
			return { body: await createBody(item, client, about, values, knownFrom(place, child)) };
		},
		receive: recordOutput,
	};
}

function updateRow(child: ChildRecords): EndpointRow {
	const { about, parents } = child;
	return {
		...named('update', 'Update', child),
		description: `Change some fields of one ${nameInText(about)}; the others stay as they are`,
		endpoint: endpointOf('PUT', child),
		...{ parents, about, outputFields: about.fields },
		purpose: 'update',
		parameters: ['record', 'fields', ...simplify(child)],
		perform: async (item, client, { path }) => await updateAt(item, client, about, path),
		receive: recordOutput,
	};
}

function deleteRow(child: ChildRecords): EndpointRow {
	const { about, parents, idPart = 'childEntityId' } = child;
	return {
		...named('delete', 'Delete', child),
		description: `Delete one ${nameInText(about)}. The API offers no way to restore it.`,
		endpoint: `${endpointOf('DELETE', child)}/{${idPart}}`,
		...{ parents, about },
	};
}

function endpointOf(method: 'GET' | 'POST' | 'PUT' | 'DELETE', child: ChildRecords): Endpoint {
	const { parents, segment } = child;
	const parent = parents.length === 1 ? parents[0].path : '/{parent}';
	return `${method} ${parent}/{id}/${segment}` as Endpoint;
}

function named(
	verb: ChildVerb,
	name: string,
	{ besides = [], about, parentName }: ChildRecords,
): Pick<EndpointRow, 'value' | 'name' | 'action'> {
	const action = `${name} ${nameInText(about)}`;
	if (!besides.includes(verb)) return { value: verb, name, action };
	return {
		value: `${verb}OfParent`,
		name: `${name} in ${parentName}`,
		action: `${action} in ${parentName.toLowerCase()}`,
	};
}

/** The parent's ID counts as given where the child names it; the specification calls some of these required. */
function knownFrom({ parent, parentId }: Place, child: ChildRecords): KnownFromPath {
	const { about, inherited = [] } = child;
	const key = parent?.idKey ?? '';
	const isField = about.fields.some(({ name, readOnly }) => name === key && !readOnly);
	return {
		values: isField ? { [key]: parentId } : {},
		fields: [key, ...inherited],
	};
}
