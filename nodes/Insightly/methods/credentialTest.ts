import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { testConnection } from '../../shared/request/credentialTest';
import { authenticateInsightly } from '../api/authenticate';
import { insightly } from '../api/service';

/** Asks who the key belongs to: `GET /Users/Me` needs no permission besides a valid key (v3.1 specification). */
export async function insightlyApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testConnection(this, credential, insightly, authenticateInsightly, {
		method: 'GET',
		path: '/Users/Me',
	});
}
