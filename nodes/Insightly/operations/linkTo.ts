import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { shown } from '../../shared/form/shown';
import { locatorValue } from '../../shared/form/formReader';
import type { ItemContext } from '../../shared/form/itemContext';
import { idIn } from '../../shared/form/recordId';
import type { Endpoint } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { rowsOf } from '../../shared/request/rows';
import type { ApiResponse } from '../../shared/request/types';
import { typesWith } from '../resources/recordTypes';
import { hasFeature, nameInText, objectNameOf, type RecordType } from '../resources/types';

/** What a new record is to be linked to. */
interface Target {
	type: RecordType;
	id: number;
}

/** Tasks and events are about somebody: their forms link them at once. */
export const isLinkedOnCreate = (type: RecordType): boolean =>
	type.below?.parents === 'activities' && hasFeature(type, 'links');

/** What linking a new record reaches. */
export const linkEndpoints = (type: RecordType): Endpoint[] =>
	isLinkedOnCreate(type) ? [`POST ${type.path}/{id}/Links`] : [];

/**
 * What Link To names.
 * @throws NodeOperationError for what cannot be linked to, before anything is sent
 */
export function readTargets(item: ItemContext): Target[] {
	const { records } = item.collection('linkTo');
	return (Array.isArray(records) ? (records as IDataObject[]) : []).map((row) => {
		const type = linkedType(item, row.recordType);
		return { type, id: idIn(item, locatorValue(row.record), nameInText(type)) };
	});
}

/**
 * The record type of a link's other end.
 * @throws NodeOperationError for what cannot be linked to
 */
export function linkedType(item: ItemContext, wanted: unknown): RecordType {
	const types = typesWith('links');
	const found = types.find(({ value }) => value === wanted);
	if (found) return found;
	throw item.refuse(
		`Records of the type "${shown(wanted ?? '')}" cannot be linked to`,
		`Possible are: ${types.map(({ value }) => value).join(', ')}.`,
	);
}

/** The body of a link, whose own side stands in its path. */
export const linkBody = ({ type, id }: Target): IDataObject => ({
	LINK_OBJECT_NAME: objectNameOf(type),
	LINK_OBJECT_ID: id,
});

/**
 * Links a record that was just created, and gives it with its links. Whether Insightly takes links with the record itself
 * is not known, so each is sent to the endpoint that is documented for it.
 * @throws NodeApiError when a link is refused; it tells that the record is there
 */
export async function linked(
	client: ApiClient,
	type: RecordType,
	created: ApiResponse,
	targets: readonly Target[],
): Promise<ApiResponse> {
	const [record = {}] = rowsOf(created.body);
	const links: IDataObject[] = [];
	for (const target of targets) {
		const path = `${type.path}/${String(record[type.idKey])}/Links`;
		const { body } = await client
			.send({ method: 'POST', path, body: linkBody(target) })
			.catch((error: Error) => {
				throw notLinked(client, type, record, target, error);
			});
		links.push(...rowsOf(body));
	}
	return links.length === 0 ? created : { ...created, body: { ...record, LINKS: links } };
}

function notLinked(
	client: ApiClient,
	type: RecordType,
	record: IDataObject,
	target: Target,
	error: Error,
): Error {
	if (!(error instanceof NodeApiError)) return error;
	const [here, there] = [nameInText(type), nameInText(target.type)];
	const id = String(record[type.idKey]);
	return client.apiError(
		{
			message: `The ${here} was created (ID ${id}), but not linked to the ${there} ${target.id}: ${error.message}`,
			description: `Do not run the item again, or there will be two of them: link the ${here} with Link: Create. ${error.description ?? ''}`,
		},
		Number(error.httpCode ?? NaN) || undefined,
	);
}
