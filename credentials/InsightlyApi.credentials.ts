import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { authenticateInsightly } from '../nodes/Insightly/api/authenticate';

export class InsightlyApi implements ICredentialType {
	name = 'insightlyApi';

	displayName = 'Insightly API';

	icon: Icon = { light: 'file:../icons/insightly.svg', dark: 'file:../icons/insightly.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-insightly-spotler/n8n-nodes-insightly-spotler/blob/main/docs/insightly.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Insightly: your picture at the top right, User Settings, API',
			description: "Every call runs as the user of this key, with that user's permissions",
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			default: 'https://api.na1.insightly.com/v3.1',
			required: true,
			placeholder: 'e.g. https://api.na1.insightly.com/v3.1',
			hint: 'Shown beside the key; the pod alone, such as na1, is enough',
			description: 'The address of the API, with or without /v3.1 at the end',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 10,
			description:
				'How many requests this n8n sends to the account in a second. Insightly allows 10 in all: choose fewer if other programs use the same account.',
		},
	];

	/** Puts the key on requests to the account's own host, and on no others. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return authenticateInsightly(credentials, requestOptions);
	}
}
