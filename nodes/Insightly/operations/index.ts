import type { Operation, Resource } from '../../shared/operations/types';
import type { RecordType } from '../recordTypes';
import { createRecord } from './create';
import { deleteRecord } from './delete';
import { getRecord } from './get';
import { getManyRecords } from './getMany';
import { updateRecord } from './update';
import { upsertRecord } from './upsert';

/** What every record type offers, by the API's own verbs; a type's table says which it lacks. */
const RECORD_OPERATIONS: ReadonlyArray<(type: RecordType) => Operation> = [
	createRecord,
	upsertRecord,
	deleteRecord,
	getRecord,
	getManyRecords,
	updateRecord,
];

/** A record type as a resource of the node. */
export const recordResource = (type: RecordType): Resource => ({
	value: type.value,
	name: type.name,
	operations: RECORD_OPERATIONS.map((operation) => operation(type)),
});
