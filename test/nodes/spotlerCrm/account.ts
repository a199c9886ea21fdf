import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';
import {
	createSpotlerSandbox,
	type SpotlerSandbox,
	type SpotlerSandboxOptions,
} from '../../../sandbox/spotler';
import type { MethodOptions } from '../../support/nodeMethods';
import { runNode, type RunOptions, type RunResult } from '../../support/runNode';

export { automatic, BOTH_DOORS, byId, itemsOf, mapped } from '../../support/formValues';

/** A sandbox account and the means to run the node on it. Closed after each test that opened one. */
export interface SpotlerAccount {
	sandbox: SpotlerSandbox;
	url: string;
	credentials: {
		spotlerCrmApi: { accessToken: string; baseUrl: string; requestsPerSecond: number };
	};
	run(parameters: INodeParameters, options?: Partial<RunOptions>): Promise<RunResult>;
	/** Runs and gives the items' JSON; fails the test if the node fails. */
	rows(parameters: INodeParameters, options?: Partial<RunOptions>): Promise<IDataObject[]>;
	/** What stopped the node: message and description in one text. Fails the test if nothing did. */
	complaint(parameters: INodeParameters, options?: Partial<RunOptions>): Promise<string>;
	/** For the methods of forms. */
	form(parameters: INodeParameters): MethodOptions;
	/** Requests so far as `GET /accounts`, in order. */
	calls(): string[];
}

const open: SpotlerSandbox[] = [];

afterEach(async () => {
	await Promise.all(open.splice(0).map(async (sandbox) => await sandbox.close()));
});

/** Opens an account, empty unless the test wants records. */
export async function openAccount(options: SpotlerSandboxOptions = {}): Promise<SpotlerAccount> {
	const sandbox = createSpotlerSandbox({ seed: 'empty', ...options });
	open.push(sandbox);
	const { url } = await sandbox.start();
	const credentials = {
		spotlerCrmApi: { accessToken: sandbox.accessToken, baseUrl: url, requestsPerSecond: 1_000 },
	};
	const run: SpotlerAccount['run'] = async (parameters, more = {}) =>
		await runNode(new SpotlerCrm(), { parameters, credentials, ...more });
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
		complaint: async (parameters, more) => {
			const { error } = await run(parameters, more);
			if (!error) throw new Error('Nothing stopped the node');
			return [error.message, 'description' in error ? error.description : ''].join('\n');
		},
		form: (parameters) => ({ parameters, credentials }),
		calls: () => sandbox.requests.map(({ method, path }) => `${method} ${path}`),
	};
}

/** A condition of the filter builder with one value. */
export const condition = (field: string, operator: string, value: unknown): IDataObject => ({
	field,
	operator,
	value: { __rl: true, mode: 'value', value: value as string },
});

/** The filter builder filled in. */
export const filters = (...conditions: IDataObject[]): INodeParameters =>
	({ conditions }) as unknown as INodeParameters;
