import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { ApiClient } from '../request/client';
import type { ApiService } from '../request/types';

/**
 * The client of a form that loads a list; undefined while the node has no credential. The editor asks for the first time
 * before it has given a new node its credential, and not again by itself (*observed*, n8n 2.41.1): what the form can know
 * without the account has to come then.
 * @throws NodeOperationError when the credential's address cannot be right
 */
export async function formClient(
	context: ILoadOptionsFunctions,
	service: ApiService,
): Promise<ApiClient | undefined> {
	const given = context.getNode().credentials?.[service.credentialType(context)];
	return given ? await ApiClient.create(context, service) : undefined;
}
