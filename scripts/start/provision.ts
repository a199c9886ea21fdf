import { provideCredentials, type ProvidedCredentials } from './credentials';
import type { N8nClient } from './n8nClient';
import type { Sandboxes } from './sandboxes';
import { provideWorkflow, type DemoWorkflow } from './workflows';

/** What was put into n8n. */
export interface Provided {
	credentials: ProvidedCredentials;
	/** Active: a task for each contact that is created or changed. */
	followUp: DemoWorkflow;
	/** Active: each such contact to Spotler CRM, as account and contact. */
	toSpotler: DemoWorkflow;
	/** Not active: the numbers of an insight once a week. */
	weeklyInsight: DemoWorkflow;
}

/** Sees to it that n8n holds the sandbox credentials and the example workflows. */
export async function provision(client: N8nClient, sandboxes: Sandboxes): Promise<Provided> {
	const credentials = await provideCredentials(client, sandboxes);
	const { insightly, spotler, postHog } = credentials;
	const provide = async (file: string, needed: Array<typeof insightly>, isActive: boolean) =>
		await provideWorkflow(client, file, needed, isActive);
	return {
		credentials,
		followUp: await provide('insightly-contact-follow-up.json', [insightly], true),
		toSpotler: await provide('insightly-contact-to-spotler.json', [insightly, spotler], true),
		weeklyInsight: await provide(
			'weekly-insight-to-crm.json',
			[insightly, spotler, postHog],
			false,
		),
	};
}
