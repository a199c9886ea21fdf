import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { testConnection } from '../../shared/request/credentialTest';
import { authenticateSpotler } from '../api/authenticate';
import { spotlerCrm } from '../api/service';

/** Accounts need no add-on, so reading one tells whether the token works (integrations in use do the same). */
export async function spotlerCrmApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testConnection(this, credential, spotlerCrm, authenticateSpotler, {
		method: 'GET',
		path: '/accounts',
		query: { limit: 1 },
	});
}
