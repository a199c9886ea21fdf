import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import {
	NAMED_MATCHES,
	rawMatch,
	requiredMatch,
	severalMatches,
} from '../../shared/operations/matching';
import { RecentRecords } from '../../shared/operations/recentRecords';
import { rowsOf } from '../../shared/request/rows';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { createBody, recordValues, type RecordValues } from '../fields/recordValues';
import { idOf, readList, recordIn } from '../api/envelope';
import { recordOutput } from '../output/records';
import { objectOf, outputOf, singularOf, type RecordType } from '../resources/types';
import { withName } from './path';

/**
 * Finds the record by one field, then creates or updates. The API has no such call, so items that look for the same
 * value take turns, and a record that was just created counts as found even while the list does not show it yet.
 */
export const upsertRecord = (type: RecordType): Operation => ({
	value: 'upsert',
	name: 'Create or Update',
	action: `Create or update ${singularOf(type)}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoints: [`GET /${type.object}`, `POST /${type.object}`, `PATCH /${type.object}/{id}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['fieldsToMatch', 'writeOptions']),
	mutexKey: (item) => {
		const [field, value] = rawMatch(item, type.fields, type.matchKey);
		return `${objectOf(item, type)} ${field} ${String(value).trim().toLowerCase()}`;
	},
	perform: async (item, client) => {
		const record = await recordValues(item, client, type, 'upsert');
		const [matchField] = rawMatch(item, type.fields, type.matchKey);
		const wanted = requiredMatch(item, type.fields, matchField, record.values);
		const match = { ...wanted, object: objectOf(item, type), record };
		const found = await findOne(item, client, type, match);
		return [await write(item, client, match, found)];
	},
	output: recordOutput,
});

interface Match {
	object: string;
	field: string;
	value: string | number;
	record: RecordValues;
}

/** Reads one match more than an error would name, so that it can say "and more". */
async function findOne(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	match: Match,
): Promise<IDataObject | undefined> {
	const query = {
		q: JSON.stringify({ [match.field]: match.value }),
		order: JSON.stringify({ id: 'asc' }),
		limit: NAMED_MATCHES + 1,
	};
	const { body } = await client.send({ method: 'GET', path: `/${match.object}`, query });
	return onlyMatch(item, type, match, readList(body).envelopes);
}

/** A server that ignored the filter must not make us write to whatever record comes first. */
function onlyMatch(
	item: ItemContext,
	type: RecordType,
	{ field, value }: Match,
	envelopes: IDataObject[],
): IDataObject | undefined {
	const matches = envelopes.filter((envelope) => isAlike(recordIn(envelope)?.[field], value));
	if (matches.length <= 1) return matches[0];
	const ids = matches.map((envelope) => idOf(recordIn(envelope)) ?? '?');
	throw severalMatches(item, 'Spotler CRM', { plural: type.plural, field, value }, ids);
}

/** Whether letter case counts in the server's comparison is not known; here it does not. */
const isAlike = (found: unknown, wanted: unknown): boolean =>
	plain(found).toLowerCase() === plain(wanted).toLowerCase();

const plain = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value).trim();

async function write(
	item: ItemContext,
	client: ApiClient,
	match: Match,
	found: IDataObject | undefined,
): Promise<IDataObject> {
	const { object, field, value, record } = match;
	const key = `${object} ${field} ${String(value)}`;
	const id = idOf(recordIn(found)) ?? recentRecords.find(client.account, key);
	if (id === undefined) {
		const body = createBody(item, record);
		const created = await sendRecord(client, 'POST', `/${object}`, body);
		const newId = idOf(recordIn(created));
		if (newId !== undefined) recentRecords.remember(client.account, key, newId);
		return created;
	}
	if (found && isUnchanged(recordIn(found) ?? {}, record.values)) return found;
	return await sendRecord(client, 'PATCH', `/${object}/${id}`, record.values);
}

const recentRecords = new RecentRecords<string>();

async function sendRecord(
	client: ApiClient,
	method: 'POST' | 'PATCH',
	path: string,
	body: IDataObject,
): Promise<IDataObject> {
	const response = await client.send({ method, path, body });
	return rowsOf(response.body)[0] ?? {};
}

/**
 * A record that already says all this is left alone: that saves a call of the subscription, and triggers that watch for
 * changes stay silent. A field that the list did not show counts as different.
 */
const isUnchanged = (record: IDataObject, values: IDataObject): boolean =>
	Object.entries(values).every(
		([name, value]) => name in record && plain(record[name]) === plain(value),
	);
