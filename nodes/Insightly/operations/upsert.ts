import type { MapperPurpose } from '../../shared/fields/mapper';
import type { ItemContext } from '../../shared/form/itemContext';
import { createOrUpdate, type Written } from '../../shared/operations/createOrUpdate';
import {
	matchMutexKey,
	rawMatch,
	requiredMatch,
	type RequiredMatch,
} from '../../shared/operations/matching';
import type { ApiClient } from '../../shared/request/client';
import { createBody, recordValues } from '../fields/recordValues';
import { recordOutput } from '../output/records';
import { inAccount } from '../resources/customObjects';
import { nameInText, type RecordType } from '../resources/types';
import { forType } from './forType';
import { recordLookup } from './search';
import type { InsightlyOperation } from './types';
import { putRecord } from './update';

/** Both forms have a field to match on. */
const MATCHING: MapperPurpose = 'upsert';

/** Finds the record by one field, then creates or updates. The API has no such call. */
export const upsertRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'fieldsToMatch', 'simplify'),
	value: 'upsert',
	name: 'Create or Update',
	action: `Create or update ${nameInText(type)}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoints: [`PUT ${type.path}`, `POST ${type.path}`, `GET ${type.path}/Search`],
	purpose: MATCHING,
	mutexKey: (item) => matchMutexKey(item, inAccount(item, type).path, type.fields, type.matchKey),
	perform: async (item, client) => {
		const here = inAccount(item, type);
		const match = await readMatch(item, client, here);
		return await createOrUpdate(item, client, recordLookup(client, here), match, {
			create: async () => await postRecord(item, client, here, match),
			update: async (id) =>
				await putRecord(client, here, { id: Number(id), values: match.values, path: here.path }),
		});
	},
	output: recordOutput,
});

/** Finds the record by one field, else creates it; a record that is there stays as it is. */
export const findOrCreateRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'fieldsToFind', 'simplify'),
	value: 'findOrCreate',
	name: 'Find or Create',
	action: `Find or create ${nameInText(type)}`,
	description: 'Get the record that has a value, or create it if there is none yet',
	endpoints: [`POST ${type.path}`, `GET ${type.path}/{id}`, `GET ${type.path}/Search`],
	purpose: MATCHING,
	mutexKey: (item) => matchMutexKey(item, inAccount(item, type).path, type.fields, type.matchKey),
	perform: async (item, client) => {
		const here = inAccount(item, type);
		const match = await readMatch(item, client, here);
		return await createOrUpdate(item, client, recordLookup(client, here), match, {
			create: async () => await postRecord(item, client, here, match),
			update: async (id) => await client.send({ method: 'GET', path: `${here.path}/${id}` }),
		});
	},
	output: recordOutput,
});

async function readMatch(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
): Promise<RequiredMatch> {
	const values = await recordValues(item, client, type, MATCHING);
	const [field] = rawMatch(item, type.fields, type.matchKey);
	return requiredMatch(item, type.fields, field, values);
}

async function postRecord(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	{ values }: RequiredMatch,
): Promise<Written> {
	const body = await createBody(item, client, type, values);
	return await client.send({ method: 'POST', path: type.path, body });
}
