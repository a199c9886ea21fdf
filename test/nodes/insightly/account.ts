import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import {
	createInsightlySandbox,
	type InsightlySandbox,
	type InsightlySandboxOptions,
} from '../../../sandbox/insightly';
import { runNode, type RunOptions, type RunResult } from '../../support/runNode';

export { automatic, BOTH_DOORS, byId, itemsOf, mapped } from '../../support/formValues';

/** A sandbox account and the means to run the node on it. Closed after each test that opened one. */
export interface InsightlyAccount {
	sandbox: InsightlySandbox;
	url: string;
	credentials: { insightlyApi: { apiKey: string; apiUrl: string; requestsPerSecond: number } };
	run(parameters: INodeParameters, options?: Partial<RunOptions>): Promise<RunResult>;
	/** Runs and gives the items' JSON; fails the test if the node fails. */
	rows(parameters: INodeParameters, options?: Partial<RunOptions>): Promise<IDataObject[]>;
}

const open: InsightlySandbox[] = [];

afterEach(async () => {
	await Promise.all(open.splice(0).map(async (sandbox) => await sandbox.close()));
});

/** Opens an account; without a rate limit, unless the test is about it. */
export async function openAccount(
	options: InsightlySandboxOptions = {},
): Promise<InsightlyAccount> {
	const sandbox = createInsightlySandbox({ rateLimit: false, seed: 'empty', ...options });
	open.push(sandbox);
	const { url } = await sandbox.start();
	const credentials = {
		insightlyApi: { apiKey: sandbox.apiKey, apiUrl: url, requestsPerSecond: 1_000 },
	};
	const run: InsightlyAccount['run'] = async (parameters, more = {}) =>
		await runNode(new Insightly(), { parameters, credentials, ...more });
	return {
		sandbox,
		url,
		credentials,
		run,
		rows: async (parameters, more) => {
			const { items, error } = await run(parameters, more);
			if (error) throw error;
			return items.map(({ json }) => json);
		},
	};
}
