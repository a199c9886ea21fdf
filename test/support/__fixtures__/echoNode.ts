import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	ICredentialTestRequest,
	ICredentialType,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeListSearchResult,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	ResourceMapperFields,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

const formFields: INodeProperties[] = [
	{ displayName: 'Key', name: 'key', type: 'string', typeOptions: { password: true }, default: '' },
	{ displayName: 'URL', name: 'url', type: 'string', default: 'http://default.invalid' },
];

/** Signs with generic authentication and is tested by a request. */
export class EchoApi implements ICredentialType {
	name = 'echoApi';

	displayName = 'Echo API';

	properties = formFields;

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { auth: { username: '={{$credentials.key}}', password: '' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.url}}',
			url: '={{$credentials.key === "wrong" ? "/status/401" : "/me"}}',
		},
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'Check the key' } }],
	};
}

/** Signs with a function and is tested by a function of the node. */
export class SignedEchoApi implements ICredentialType {
	name = 'signedEchoApi';

	displayName = 'Signed Echo API';

	properties = formFields;

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return {
			...request,
			headers: { ...request.headers, 'X-Signed-By': credentials.key as string },
		};
	}
}

/** A declarative node with a custom operation beside it, and one method of each kind. */
export class EchoNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Echo',
		name: 'echo',
		group: ['transform'],
		version: [1, 2],
		description: 'Sends requests to an echo server',
		defaults: { name: 'Echo' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'echoApi', required: true, displayOptions: { show: { authentication: ['basic'] } } },
			{
				name: 'signedEchoApi',
				required: true,
				testedBy: 'testSigned',
				displayOptions: { show: { authentication: ['signed'] } },
			},
		],
		requestDefaults: { baseURL: '={{$credentials.url}}', json: true },
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				options: [
					{ name: 'Basic', value: 'basic' },
					{ name: 'Signed', value: 'signed' },
				],
				default: 'basic',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				options: [{ name: 'Thing', value: 'thing' }],
				default: 'thing',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				options: [
					{ name: 'Attach', value: 'attach' },
					{ name: 'Send', value: 'send' },
				],
				default: 'send',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '/things',
				routing: { request: { method: 'GET', url: '={{$value}}' } },
			},
		],
	};

	customOperations = {
		thing: {
			async attach(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
				const text = this.getNodeParameter('path', 0) as string;
				const data = await this.helpers.prepareBinaryData(Buffer.from(text), 'path.txt');
				const stored = await this.helpers.getBinaryDataBuffer(0, 'file').catch(() => undefined);
				const json = { through: 'custom operation', read: stored?.toString() };
				return [[{ json, binary: { data }, pairedItem: { item: 0 } }]];
			},
		},
	};

	methods = {
		listSearch: {
			async searchThings(
				this: ILoadOptionsFunctions,
				filter?: string,
				paginationToken?: string,
			): Promise<INodeListSearchResult> {
				const { url } = await this.getCredentials<{ url: string }>('echoApi');
				const received = (await this.helpers.httpRequestWithAuthentication.call(this, 'echoApi', {
					url: `${url}/search?filter=${filter}&page=${paginationToken ?? 1}`,
					json: true,
				})) as { url: string };
				return { results: [{ name: received.url, value: 1 }], paginationToken: '2' };
			},
		},
		loadOptions: {
			async operations(this: ILoadOptionsFunctions) {
				const operation = this.getCurrentNodeParameter('operation') as string;
				return [{ name: operation, value: operation }];
			},
		},
		resourceMapping: {
			async fields(): Promise<ResourceMapperFields> {
				const field = { defaultMatch: false, required: true, display: true };
				return { fields: [{ id: 'NAME', displayName: 'Name', type: 'string', ...field }] };
			},
		},
		credentialTest: {
			async testSigned(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				return credential.data?.key === 'right'
					? { status: 'OK', message: 'Welcome' }
					: { status: 'Error', message: 'Check the signing key' };
			},
		},
	};
}
