import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import { unlessRefused } from '../../shared/request/notFound';
import { rowsOf } from '../../shared/request/rows';

type Replace = (client: ApiClient, path: string, list: IDataObject[]) => Promise<IDataObject[]>;

/**
 * Sends a whole collection by PUT. The specification types the body as one object and describes it as a collection, so
 * a list goes first. A server that refuses it (which changes nothing) gets a list of one as that one.
 */
export const replaceAll: Replace = async (client, path, list) =>
	await put(client, path, list, list.length === 1 ? putOnly : undefined);

/** The same for tags, which can also be added and removed one at a time. */
export const replaceAllTags: Replace = async (client, path, list) =>
	await put(client, path, list, list.length === 1 ? putOnly : sendEachTag);

async function put(
	client: ApiClient,
	path: string,
	list: IDataObject[],
	otherWay: Replace | undefined,
): Promise<IDataObject[]> {
	const whole = client.send({ method: 'PUT', path, body: list });
	const response = await (otherWay ? unlessRefused(whole) : whole);
	return response ? rowsOf(response.body) : ((await otherWay?.(client, path, list)) ?? []);
}

const putOnly: Replace = async (client, path, [body]) =>
	rowsOf((await client.send({ method: 'PUT', path, body })).body);

const sendEachTag: Replace = async (client, path, wanted) => {
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
