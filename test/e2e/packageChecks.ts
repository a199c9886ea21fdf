import { expectThat } from './expectThat';
import type { Check, Checked } from './checks';
import { readSandbox } from '../../scripts/start/contacts';
import { offeredFields } from '../../scripts/start/mapperSchema';

interface Named {
	name: string;
}

interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** What n8n makes of the installed package: page, node types, credential. */
export const nodeListChecks: Check[] = [
	{
		says: 'the editor page answers',
		see: async ({ client }) => {
			const { status, text } = await client.page('/');
			expectThat(status === 200, `it answered ${status}`);
			expectThat(/<div id="?app/.test(text), 'it answered something that is not the editor');
		},
	},
	{
		says: 'n8n lists both nodes of the installed package',
		see: async ({ client, packageName }) => {
			const { text } = await client.page('/types/nodes.json');
			const names = (JSON.parse(text) as Named[]).map(({ name }) => name);
			for (const node of ['insightly', 'insightlyTrigger']) {
				expectThat(
					names.includes(`${packageName}.${node}`),
					`${packageName}.${node} is not in the list`,
				);
			}
		},
	},
	{
		says: 'n8n lists the Insightly credential',
		see: async ({ client }) => {
			const { text } = await client.page('/types/credentials.json');
			const names = (JSON.parse(text) as Named[]).map(({ name }) => name);
			expectThat(names.includes('insightlyApi'), 'insightlyApi is not in the list');
		},
	},
	{
		says: 'the credential test says OK for the right key',
		see: async (checked) => {
			const { status, message } = await testCredential(checked, checked.account.apiKey);
			expectThat(status === 'OK', `it said ${status}: ${message}`);
		},
	},
	{
		says: 'the credential test refuses a wrong key in words that help',
		see: async (checked) => {
			const { status, message } = await testCredential(checked, 'not-the-key');
			expectThat(status === 'Error', `it said ${status}: ${message}`);
			expectThat(/key/i.test(message), `its message does not speak of the key: "${message}"`);
			expectThat(!message.includes('not-the-key'), 'its message repeats the key');
		},
	},
	{
		says: "the form for a new contact offers the account's own fields beside the standard ones",
		see: async ({ client, packageName, workflow, account }) => {
			const own = await readSandbox<Array<{ FIELD_NAME: string }>>(
				account,
				'/CustomFields/CONTACT',
			);
			const offered = await offeredFields(client, {
				type: `${packageName}.insightly`,
				typeVersion: 1,
				parameters: { resource: 'contact', operation: 'create' },
				credentials: { insightlyApi: { id: workflow.credentialId, name: 'Insightly sandbox' } },
			});
			const ids = offered.map(({ id }) => id);
			const ownOffered = own.filter(({ FIELD_NAME }) => ids.includes(FIELD_NAME));
			expectThat(ids.includes('FIRST_NAME'), 'FIRST_NAME is not offered');
			expectThat(ownOffered.length > 0, `none of its own is among ${ids.join(', ')}`);
		},
	},
];

async function testCredential(
	{ client, workflow, account }: Checked,
	apiKey: string,
): Promise<CredentialTest> {
	return await client.post<CredentialTest>('/credentials/test', {
		credentials: {
			id: workflow.credentialId,
			name: 'Insightly sandbox',
			type: 'insightlyApi',
			data: { apiKey, apiUrl: account.apiUrl },
		},
	});
}
