import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { authenticatePostHog } from '../nodes/PostHogInsights/api/authenticate';

export class PostHogInsightsApi implements ICredentialType {
	name = 'postHogInsightsApi';

	displayName = 'PostHog Insights API';

	icon: Icon = {
		light: 'file:../icons/postHogInsights.svg',
		dark: 'file:../icons/postHogInsights.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-insightly-spotler/n8n-nodes-insightly-spotler/blob/main/docs/posthog-insights.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'EU Cloud', value: 'eu' },
				{ name: 'Self-Hosted', value: 'selfHosted' },
				{ name: 'US Cloud', value: 'us' },
			],
			default: 'us',
			description:
				'Where your PostHog runs: the address in your browser begins with us, eu or your own host',
		},
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://posthog.example.com',
			displayOptions: { show: { region: ['selfHosted'] } },
			description: 'Address of your own PostHog, as in your browser',
		},
		{
			displayName: 'Personal API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. phx_…',
			hint: 'In PostHog: Settings, Personal API keys. The scope insight:read is enough to read.',
			description:
				'Give it the scope insight:read, and insight:write, activity_log:read, sharing_configuration:write, query:read and project:read as far as you need them.',
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 240,
			description:
				'How many requests this n8n sends in a minute. PostHog Cloud allows 240: choose fewer if other programs use the same project. 0 means no limit, for your own server.',
		},
		{
			displayName: 'Requests per Hour',
			name: 'requestsPerHour',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 1200,
			description:
				'How many requests this n8n sends in an hour. PostHog Cloud allows 1,200. 0 means no limit, for your own server.',
		},
	];

	/** Puts the key on requests to the account's own host, and on no others. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return authenticatePostHog(credentials, requestOptions);
	}
}
