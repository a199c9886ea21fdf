import type { History } from '../triggers/history';
import { live } from '../triggers/live';

const morning: Omit<History, 'service' | 'event' | 'steps'> = {
	isWatching: false,
	hasTwin: false,
	maxRows: 2,
	zone: 'Europe/London',
	startsAt: Date.UTC(2026, 2, 2, 9),
	before: 0,
};

describe('what random histories have found', () => {
	it('a filter that is edited before the first delivery costs none of it, although n8n is killed there', async () => {
		const outcome = await live('durableCursors', {
			...morning,
			service: 'spotler',
			event: 'created',
			steps: [
				{ kind: 'change', change: { kind: 'create', count: 1 } },
				{ kind: 'filter', isOn: true },
				{ kind: 'poll', during: [], crash: 'afterState' },
				{ kind: 'poll', during: [] },
			],
		});
		expect(outcome).toMatchObject({ changes: 1, delivered: 1, lost: [], repeated: [], faults: [] });
	});
});
