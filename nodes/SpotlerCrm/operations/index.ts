import type { Operation, Resource } from '../../shared/operations/types';
import type { RecordType } from '../resources/types';
import { createRecord, deleteRecord, getManyRecords, getRecord, updateRecord } from './records';
import { upsertRecord } from './upsert';
import { getUser } from './users';

/** What every record type offers, by the API's own verbs. */
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

/** Users can only be read. */
export const userResource = (type: RecordType): Resource => ({
	value: type.value,
	name: type.name,
	operations: [getUser(type), getManyRecords(type)],
});
