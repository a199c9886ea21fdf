import type { INodeExecutionData } from 'n8n-workflow';

import { createInsightlyRouter } from '../../../../sandbox/insightly/dispatch';
import type { Door } from '../../../support/runNode';
import type { InsightlyAccount } from '../account';
import { fillForm } from './form';
import { stepParameters, type Step } from './parameters';
import { everyStep } from './steps';
import { World } from './world';

const FILE = {
	data: {
		data: Buffer.from('a picture').toString('base64'),
		mimeType: 'image/png',
		fileName: 'a.png',
		fileExtension: 'png',
	},
};

export interface Walk {
	/** `GET /Contacts/{id}` of every request that was answered with success. */
	reached: Set<string>;
	/** The same for each step, to compare with what its operation says. */
	byStep: Map<Step, Set<string>>;
	/** What did not end as it should, in words. */
	failures: string[];
}

/** Runs every operation with valid values, filled in as the form offers them, and notes what arrived at the sandbox. */
export async function takeWalk(account: InsightlyAccount, door: Door): Promise<Walk> {
	const { sandbox, run } = account;
	const world = new World(sandbox);
	const router = createInsightlyRouter(sandbox.account);
	const taken: Walk = { reached: new Set(), byStep: new Map(), failures: [] };
	for (const step of everyStep()) {
		const { parameters, complaints } = await fillForm(account, stepParameters(world, step));
		taken.failures.push(...complaints.map((one) => `${step.name}: ${one}`));
		sandbox.requests.length = 0;
		const outcome = await run(parameters, { door, items: [{ json: {}, binary: FILE }] });
		taken.failures.push(...failuresOf(step, outcome));
		const met = new Set<string>();
		for (const { method, path, status } of sandbox.requests) {
			const match = router.find(method, path);
			if (match.kind !== 'found' || status >= 300) continue;
			met.add(`${method} ${match.value.endpoint.path}`);
		}
		met.forEach((endpoint) => taken.reached.add(endpoint));
		taken.byStep.set(step, met);
	}
	return taken;
}

/** Lists may be empty; everything else gives at least one item, linked to the one that came in. */
function failuresOf(
	{ name, operation }: Step,
	{ error, items }: { error?: Error & { description?: unknown }; items: INodeExecutionData[] },
): string[] {
	if (error) return [`${name}: ${error.message} ${String(error.description ?? '')}`];
	if (items.length === 0 && !operation.parameters.includes('limit')) {
		return [`${name}: nothing came out`];
	}
	const isLinked = items.every(({ pairedItem }) => (pairedItem as { item: number })?.item === 0);
	return isLinked ? [] : [`${name}: an item is not linked`];
}
