import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../shared/request/rows';
import type { ApiClient } from '../../shared/request/client';

const kept = new WeakMap<ApiClient, Promise<number | undefined>>();

/** ID of the user that the API key belongs to, from `GET /Users/Me`; asked once per run. */
export async function currentUserId(client: ApiClient): Promise<number | undefined> {
	let id = kept.get(client);
	if (!id) {
		id = client.send({ method: 'GET', path: '/Users/Me' }).then(({ body }) => {
			const user: IDataObject | undefined = rowsOf(body)[0];
			return Number(user?.USER_ID) || undefined;
		});
		kept.set(client, id);
	}
	return await id;
}
