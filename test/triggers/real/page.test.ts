import { fs, join, projectDir } from '../../../scripts/start/machine';
import { readRecommendedSettings } from './queue/settings';

describe('the page about several processes', () => {
	it('has a place for each table that a run measures', () => {
		const page = fs.readFileSync(join(projectDir, 'docs', 'scaling.md'), 'utf8');
		for (const place of ['engines', 'queue', 'throughput']) {
			expect(page).toMatch(new RegExp(`<!-- ${place}: measured -->[^]*<!-- ${place}: end -->`));
		}
	});

	it('recommends queue mode with the durable polling engine', () => {
		expect(readRecommendedSettings()).toMatchObject({
			EXECUTIONS_MODE: 'queue',
			DB_TYPE: 'postgresdb',
			N8N_SCHEDULER_ENABLED: 'true',
			N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
			N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
		});
	});
});
