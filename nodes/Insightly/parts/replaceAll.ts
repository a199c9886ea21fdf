import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { rowsOf } from '../../shared/request/rows';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';

type Send = (client: ApiClient, request: ApiRequest) => Promise<IDataObject[]>;

/**
 * Sends a whole collection by PUT. The specification types the body as one object and describes it as a collection, so
 * a list goes first. A server that refuses it (which changes nothing) gets it the other way, where there is one.
 */
function replaceAllOr(otherWay: (list: IDataObject[]) => Send | undefined): Send {
	return async (client, request) => {
		try {
			return await sendWhole(client, request);
		} catch (error) {
			const isRefused = error instanceof NodeApiError && error.httpCode === '400';
			const send = isRefused ? otherWay(listIn(request)) : undefined;
			if (send) return await send(client, request);
			throw new NodeApiError(client.node, error as JsonObject);
		}
	};
}

const listIn = ({ body }: ApiRequest): IDataObject[] => body as unknown as IDataObject[];

const sendWhole: Send = async (client, request) => rowsOf((await client.send(request)).body);

const sendOnly: Send = async (client, request) =>
	await sendWhole(client, { ...request, body: listIn(request)[0] });

/** A list of one is sent as that one. */
export const replaceAll = replaceAllOr((list) => (list.length === 1 ? sendOnly : undefined));

/** Tags can also be added and removed one at a time. */
export const replaceAllTags = replaceAllOr((list) => (list.length === 1 ? sendOnly : sendEachTag));

const sendEachTag: Send = async (client, request) => {
	const { path } = request;
	const wanted = listIn(request);
	const present = rowsOf((await client.send({ method: 'GET', path })).body);
	for (const body of wanted.filter((tag) => !includesTag(present, tag))) {
		await client.send({ method: 'POST', path, body });
	}
	for (const { TAG_NAME } of present.filter((tag) => !includesTag(wanted, tag))) {
		await client.send({ method: 'DELETE', path, body: { TAG_NAME } });
	}
	return wanted;
};

const includesTag = (list: IDataObject[], { TAG_NAME }: IDataObject): boolean =>
	list.some((one) => String(one.TAG_NAME).toLowerCase() === String(TAG_NAME).toLowerCase());
