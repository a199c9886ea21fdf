import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { testConnection } from '../../shared/request/credentialTest';
import { authenticatePostHog } from '../api/authenticate';
import { CURRENT_PROJECT, projectPath } from '../resources/project';
import { postHog } from '../api/service';

/** Reads one insight, for which the scope insight:read is enough. */
export async function postHogInsightsApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const result = await testConnection(this, credential, postHog, authenticatePostHog, {
		method: 'GET',
		path: projectPath(CURRENT_PROJECT, '/insights/'),
		query: { limit: 1, basic: true },
	});
	return isOnlyLimited(result) ? LIMITED : result;
}

/** A key that is limited to some projects is refused for the current one if that is another: it works all the same. */
const isOnlyLimited = ({ message }: INodeCredentialTestResult): boolean =>
	/API key does not have access to the requested project/.test(message);

const LIMITED: INodeCredentialTestResult = {
	status: 'OK',
	message:
		'Connection successful! The key is limited to certain projects: give them by ID, the number after /project/ in your browser.',
};
