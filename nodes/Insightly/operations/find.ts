import type { JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { rawMatch } from '../../shared/operations/matching';
import { RecentRecords } from '../../shared/operations/recentRecords';
import type { OperationResult } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { RecordType } from '../resources/types';
import { findOnly } from './search';

const recentRecords = new RecentRecords<number>();

/**
 * ID of the one record with this value, if there is one. A record that was just created counts as found even while the
 * search does not know it yet.
 * @throws NodeOperationError when several match.
 */
export async function findId(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	field: string,
	value: string,
): Promise<number | undefined> {
	const found = await findOnly(item, client, type, field, value);
	if (found) return Number(found[type.idKey]);
	const recent = recentRecords.find(client.account, `${type.path} ${field} ${value}`);
	if (recent === undefined) return undefined;
	return (await stillExists(client, type, recent)) ? recent : undefined;
}

/** Notes which record now has the value that the item looked for. */
export function rememberFound(
	{ rows }: OperationResult,
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
): void {
	const [field, value] = rawMatch(item, type.fields, type.matchKey);
	const id = Number(rows[0]?.[type.idKey]);
	if (!(id > 0)) return;
	recentRecords.remember(client.account, `${type.path} ${field} ${String(value)}`, id);
}

/** Items that look for the same value take turns, so that the second finds what the first has made. */
export function lookedFor(item: ItemContext, type: RecordType): string {
	const [field, value] = rawMatch(item, type.fields, type.matchKey);
	return `${type.path} ${field} ${String(value).trim().toLowerCase()}`;
}

async function stillExists(client: ApiClient, type: RecordType, id: number): Promise<boolean> {
	try {
		await client.send({ method: 'GET', path: `${type.path}/${id}` });
		return true;
	} catch (error) {
		if (error instanceof NodeApiError && error.httpCode === '404') return false;
		throw new NodeApiError(client.node, error as JsonObject);
	}
}
