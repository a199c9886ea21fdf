import type { INodeProperties } from 'n8n-workflow';

import { TOKEN_REFUSED } from '../api/errors';

/** Which of the two credentials the node uses. */
export const authenticationParameter: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Access Token',
			value: 'accessToken',
			description: 'A token made under Settings, Integrations, API V4',
		},
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description: 'A client that Spotler has registered for you',
		},
	],
	default: 'accessToken',
};

/**
 * Which status an expired token gets is not known, so each that is possible makes n8n renew it. n8n reads this from the
 * credential.
 */
export const renewalStatuses: INodeProperties = {
	displayName: 'Token Expired Status Code',
	name: 'tokenExpiredStatusCode',
	type: 'hidden',
	default: TOKEN_REFUSED,
};
