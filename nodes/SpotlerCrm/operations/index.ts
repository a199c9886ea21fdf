import type { Operation, Resource } from '../../shared/operations/types';
import type { RecordType, RecordVerb } from '../resources/types';
import { createRecord } from './create';
import { deleteRecord } from './delete';
import { downloadFile } from './download';
import { getRecord } from './get';
import { getManyRecords } from './getMany';
import { updateRecord } from './update';
import { uploadFile } from './upload';
import { upsertRecord } from './upsert';

const OPERATIONS: Readonly<Record<RecordVerb, (type: RecordType) => Operation>> = {
	create: createRecord,
	upsert: upsertRecord,
	delete: deleteRecord,
	download: downloadFile,
	get: getRecord,
	getMany: getManyRecords,
	update: updateRecord,
	upload: uploadFile,
};

/** What every record type offers that does not say otherwise, by the API's own verbs. */
const USUAL: readonly RecordVerb[] = ['create', 'upsert', 'delete', 'get', 'getMany', 'update'];

/** A record type as a resource of the node. */
export const recordResource = (type: RecordType): Resource => ({
	value: type.value,
	name: type.name,
	plural: type.plural,
	operations: (type.verbs ?? USUAL).map((verb) => OPERATIONS[verb](type)),
});
