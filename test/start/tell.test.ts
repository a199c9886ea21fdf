import type { FinishedExecution } from '../../scripts/start/executions';
import { writtenToSpotler } from '../../scripts/start/tell';

const execution = (...nodes: FinishedExecution['nodes']): FinishedExecution => ({
	id: '7',
	status: 'success',
	startedAt: 0,
	nodes,
});

describe('what an execution wrote to Spotler CRM', () => {
	it('is both ids of each contact, whatever the nodes are called', () => {
		const written = writtenToSpotler(
			execution(
				{ name: 'Trigger', items: [{ CONTACT_ID: 1, FIRST_NAME: 'Ada' }, { CONTACT_ID: 2 }] },
				{
					name: 'A',
					items: [
						{ id: 10, name: 'Willow' },
						{ id: 11, name: 'Grace Hopper' },
					],
				},
				{
					name: 'B',
					items: [
						{ id: 21, accountid: 11, first: 'Grace', last: 'Hopper' },
						{ id: 20, accountid: 10, first: 'Ada', last: null },
					],
				},
			),
		);
		expect(written).toEqual([
			{ name: 'Grace Hopper', contactId: 21, accountId: 11, accountName: 'Grace Hopper' },
			{ name: 'Ada', contactId: 20, accountId: 10, accountName: 'Willow' },
		]);
	});

	it('is nothing when all contacts were left out', () => {
		expect(writtenToSpotler(execution({ name: 'Trigger', items: [{ CONTACT_ID: 1 }] }))).toEqual(
			[],
		);
	});
});
