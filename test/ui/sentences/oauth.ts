import { expectThat } from '../../e2e/expectThat';
import {
	closeCredential,
	credentialForm,
	fillCredential,
	openNewCredential,
} from '../editor/credential';
import type { Sentence } from '../sentences';

/** The OAuth2 credential of Spotler CRM, against the authorisation server of its sandbox. */
export const oauthSentences: Sentence[] = [
	{
		says: 'the OAuth2 credential of Spotler CRM connects an account',
		see: async (world) => {
			const { url } = world.spotler.account;
			const { clientId, clientSecret } = world.spotler.sandbox.tokens;
			await openNewCredential(world, 'Spotler CRM OAuth2 API');
			await fillCredential(world, {
				clientId,
				clientSecret,
				authUrl: `${url}/oauth/authorize`,
				accessTokenUrl: `${url}/oauth/token`,
				baseUrl: url,
			});
			const form = credentialForm(world);
			const popup = world.context.waitForEvent('page');
			await form.getByTestId('oauth-not-connected-banner').getByRole('button').first().click();
			await popup;
			await form.getByTestId('oauth-connect-success-banner').waitFor();
			await world.picture('credential-spotler-oauth2');
			expectThat(
				world.spotler.sandbox.requests.some(({ path }) => path === '/oauth/token'),
				'no code was redeemed for a token',
			);
			await closeCredential(world);
		},
	},
];
