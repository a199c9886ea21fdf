import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { explainResponse, explainBroken } from './failures';
import { readBroken, readResponse } from './response';
import type { ApiFailure, ApiRequest, ApiService } from './types';

type Authenticate = (
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
) => IHttpRequestOptions;

const TIMEOUT_MS = 20_000;

/**
 * Tries a credential with one small request and says in plain words what is wrong with it. n8n's declarative test would
 * show a bare code such as ENOTFOUND for a mistyped host; here the same texts come as in a run of the node.
 */
export async function testConnection(
	context: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
	service: ApiService,
	authenticate: Authenticate,
	request: ApiRequest,
): Promise<INodeCredentialTestResult> {
	let host = 'the address in the credential';
	try {
		const baseUrl = service.baseUrl(data);
		host = new URL(baseUrl).host;
		const url = `${baseUrl}${request.path}`;
		const { headers } = authenticate(data, { url, headers: { Accept: 'application/json' } });
		// The only helper that n8n gives to credential tests.
		const full = await context.helpers.request({
			method: request.method,
			url,
			qs: request.query,
			headers: { ...service.headers, ...headers },
			followRedirect: false,
			followAllRedirects: false,
			resolveWithFullResponse: true,
			simple: false,
			timeout: TIMEOUT_MS,
		});
		const response = readResponse(full, request);
		const isGood =
			response.status === 200 && typeof response.body === 'object' && response.body !== null;
		if (isGood) return { status: 'OK', message: 'Connection successful!' };
		return refused(explainResponse(service, response, request));
	} catch (error) {
		const { code, refusal } = readBroken(error);
		return refused(refusal ?? explainBroken(code, host, false));
	}
}

const refused = ({ message, description }: ApiFailure): INodeCredentialTestResult => ({
	status: 'Error',
	message: [message, description].filter(Boolean).join('. '),
});
