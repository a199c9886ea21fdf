import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import {
	createInsightlySandbox,
	type InsightlySandbox,
	type InsightlySandboxOptions,
} from '../../../sandbox/insightly';
import { runNode, type Door, type RunOptions, type RunResult } from '../../support/runNode';

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

/** A resource mapper as the form stores it. */
export const mapped = (value: IDataObject, matchOn?: string): INodeParameters =>
	({
		mappingMode: 'defineBelow',
		value,
		matchingColumns: matchOn ? [matchOn] : [],
		schema: [],
	}) as unknown as INodeParameters;

/** A mapper that takes the fields of the input item. */
export const automatic = (matchOn?: string): INodeParameters =>
	({
		mappingMode: 'autoMapInputData',
		value: null,
		matchingColumns: matchOn ? [matchOn] : [],
		schema: [],
	}) as unknown as INodeParameters;

/** A resource locator filled in by ID. */
export const byId = (id: unknown): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value: String(id),
});

export const itemsOf = (...rows: IDataObject[]): INodeExecutionData[] =>
	rows.map((json) => ({ json }));

export const BOTH_DOORS: Door[] = ['custom', 'routing'];
