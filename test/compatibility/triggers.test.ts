import '../support/n8n/environment';

import { PollContext } from 'n8n-core';
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { InsightlyTrigger } from '../../nodes/Insightly/InsightlyTrigger.node';
import { PostHogInsightsTrigger } from '../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import { SpotlerCrmTrigger } from '../../nodes/SpotlerCrm/SpotlerCrmTrigger.node';
import { createPostHogSandbox } from '../../sandbox/posthog';
import { openAccount as openInsightly } from '../nodes/insightly/account';
import { openAccount as openSpotler } from '../nodes/spotlerCrm/account';
import type { CredentialValues } from '../support/n8n/credentialsHelper';
import {
	createAdditionalData,
	createNode,
	createNodeTypes,
	createWorkflow,
} from '../support/n8n/host';

/** A trigger in an active workflow, polled as every n8n polls: with a context, and what the workflow keeps. */
async function active(
	nodeType: INodeType,
	parameters: INodeParameters,
	credentials: CredentialValues,
): Promise<() => Promise<IDataObject[]>> {
	// What a process remembers of a node goes by its ID.
	const { name } = nodeType.description;
	const node = createNode(nodeType, parameters, credentials, { id: name, name });
	const workflow = createWorkflow(createNodeTypes(nodeType), node);
	const placed = workflow.getNode(node.name) ?? node;
	const additionalData = await createAdditionalData({ credentials, mode: 'trigger' });
	return async () => {
		const context = new PollContext(workflow, placed, additionalData, 'trigger', 'activate');
		const outputs = await nodeType.poll?.call(context);
		return (outputs?.[0] ?? []).map(({ json }) => json);
	};
}

describe('a trigger', () => {
	it('of Insightly reports a new contact once, and not what was there before', async () => {
		const { sandbox, credentials } = await openInsightly({ clock: '2026-03-02T09:00:00Z' });
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Old' });
		sandbox.clock.advance(60_000);
		const poll = await active(
			new InsightlyTrigger(),
			{ triggerOn: 'contact.created' },
			credentials,
		);
		expect(await poll()).toEqual([]);
		sandbox.clock.advance(60_000);
		sandbox.store.insert('Contacts', { FIRST_NAME: 'New' });
		sandbox.clock.advance(60_000);
		expect(await poll()).toMatchObject([{ FIRST_NAME: 'New' }]);
		expect(await poll()).toEqual([]);
	});

	it('of Spotler CRM reports a changed contact once', async () => {
		const { sandbox, credentials } = await openSpotler({ clock: '2026-03-02T09:00:00Z' });
		const { id } = sandbox.store.insert('contacts', { accountid: 1, first: 'Ada' });
		sandbox.clock.advance(60_000);
		const poll = await active(
			new SpotlerCrmTrigger(),
			{ resource: 'contact', event: 'updated' },
			credentials,
		);
		expect(await poll()).toEqual([]);
		sandbox.clock.advance(60_000);
		sandbox.store.update('contacts', Number(id), { first: 'Augusta' });
		sandbox.clock.advance(60_000);
		expect(await poll()).toMatchObject([{ first: 'Augusta' }]);
		expect(await poll()).toEqual([]);
	});

	it('of PostHog reports a new insight once', async () => {
		const sandbox = createPostHogSandbox({ clock: '2026-03-02T09:00:00Z' });
		try {
			const { url } = await sandbox.start();
			const credentials = {
				postHogInsightsApi: { apiKey: sandbox.apiKey, region: 'selfHosted', url },
			};
			const poll = await active(
				new PostHogInsightsTrigger(),
				{ event: 'insightCreated' },
				credentials,
			);
			expect(await poll()).toEqual([]);
			sandbox.clock.advance(60_000);
			sandbox.store.insert({ name: 'New one' });
			sandbox.clock.advance(60_000);
			expect(await poll()).toMatchObject([{ name: 'New one' }]);
			expect(await poll()).toEqual([]);
		} finally {
			await sandbox.close();
		}
	});
});
