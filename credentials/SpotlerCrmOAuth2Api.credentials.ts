import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { renewalStatuses } from '../nodes/SpotlerCrm/parameters/authentication';

export class SpotlerCrmOAuth2Api implements ICredentialType {
	name = 'spotlerCrmOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Spotler CRM OAuth2 API';

	icon: Icon = { light: 'file:../icons/spotlerCrm.svg', dark: 'file:../icons/spotlerCrm.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-insightly-spotler/n8n-nodes-insightly-spotler/blob/main/docs/spotler-crm.md#oauth2';

	properties: INodeProperties[] = [
		{
			displayName:
				'Spotler does not publish these addresses, nor a page to register a client. Ask support@spotlercrm.com for a client ID, a client secret and both addresses; the ones filled in here are a guess. Without a client of your own, use an access token instead.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'string',
			default: 'https://apiv4.reallysimplesystems.com/oauth/authorize',
			required: true,
			description: 'A guess: replace it with the address that Spotler gives you',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'string',
			default: 'https://apiv4.reallysimplesystems.com/oauth/token',
			required: true,
			description: 'A guess: replace it with the address that Spotler gives you',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: '',
			description: 'Leave empty unless Spotler names one; several are separated by blanks',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://apiv4.reallysimplesystems.com',
			required: true,
			description: 'Address of API v4, the same for all accounts',
		},
		renewalStatuses,
	];
}
