import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { authenticateSpotler } from '../nodes/SpotlerCrm/api/authenticate';

export class SpotlerCrmApi implements ICredentialType {
	name = 'spotlerCrmApi';

	displayName = 'Spotler CRM API';

	icon: Icon = { light: 'file:../icons/spotlerCrm.svg', dark: 'file:../icons/spotlerCrm.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-insightly-spotler/n8n-nodes-insightly-spotler/blob/main/docs/spotler-crm.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Spotler CRM: Settings, Integrations, API V4: enable API access for a user, then Manage API Keys and Alerts',
			description:
				'It is shown once and has more than 1,000 characters; every call runs with the rights of that user',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://apiv4.reallysimplesystems.com',
			required: true,
			description: 'Address of API v4, the same for all accounts',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 10,
			description:
				'How many requests this n8n sends to the account in a second. Spotler publishes no rate, only a limit of calls per subscription.',
		},
	];

	/** Puts the token on requests to the credential's own host, and on no others. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return authenticateSpotler(credentials, requestOptions);
	}
}
