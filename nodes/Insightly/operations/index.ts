import { offers, type RecordType, type RecordVerb, type SubResource } from '../resources/types';
import { childRows } from './child';
import { createRecord } from './create';
import { deleteRecord } from './delete';
import { endpointOperation } from './endpoint';
import { findOrCreateRecord } from './findOrCreate';
import { getRecord } from './get';
import { getManyRecords } from './getMany';
import type { InsightlyOperation, InsightlyResource } from './types';
import { updateRecord } from './update';
import { upsertRecord } from './upsert';

interface RecordOperation {
	build: (type: RecordType) => InsightlyOperation;
	needs: readonly RecordVerb[];
	needsSearch?: boolean;
}

/** What a record type can offer, by the API's own verbs; its table says which of them it lacks. */
const RECORD_OPERATIONS: readonly RecordOperation[] = [
	{ build: createRecord, needs: ['create'] },
	{ build: upsertRecord, needs: ['create', 'update', 'get'], needsSearch: true },
	{ build: deleteRecord, needs: ['delete'] },
	{ build: findOrCreateRecord, needs: ['create', 'get'], needsSearch: true },
	{ build: getRecord, needs: ['get'] },
	{ build: getManyRecords, needs: ['list'] },
	{ build: updateRecord, needs: ['update'] },
];

/** A record type as a resource of the node: the usual operations, those below other records, and its own. */
export const recordResource = (type: RecordType): InsightlyResource => ({
	value: type.value,
	name: type.name,
	plural: type.plural,
	operations: [
		...RECORD_OPERATIONS.filter(
			({ needs, needsSearch }) =>
				needs.every((verb) => offers(type, verb)) && (type.isSearchable || !needsSearch),
		).map(({ build }) => build(type)),
		...[...childRows(type), ...(type.actions ?? [])].map((row) => endpointOperation(row, type)),
	],
});

/** What hangs on records, as a resource of the node. */
export const subResource = ({ rows, ...about }: SubResource): InsightlyResource => ({
	...about,
	operations: rows.map((row) => endpointOperation(row)),
});
