import type { INodeType, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { pollScope, runPoll } from '../../nodes/shared/polling';
import type { PollOptions } from '../../nodes/shared/polling';
import type { SimulatedSource } from './pollSimulatorSource';

/** A trigger node over a simulated source: nothing but a call of the polling engine. */
export function triggerOver(
	source: Pick<SimulatedSource, 'feed'>,
	options: Omit<PollOptions, 'scope'>,
): INodeType {
	return {
		description: {
			displayName: 'Simulated Trigger',
			name: 'simulatedTrigger',
			group: ['trigger'],
			version: 1,
			description: 'Starts when a record of the simulated source changes',
			defaults: { name: 'Simulated Trigger' },
			polling: true,
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [{ displayName: 'Account', name: 'account', type: 'string', default: 'first' }],
		},
		async poll(this: IPollFunctions) {
			const scope = pollScope({ account: this.getNodeParameter('account') as string });
			return await runPoll(this, source.feed(), { ...options, scope });
		},
	};
}
