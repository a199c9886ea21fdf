import { createPostHogSandbox } from '../../../sandbox/posthog';
import { serviceNow } from '../virtualTime';
import { clock, ownAddress, revisionIn, trigger } from './clock';
import { keyFor, type Backstage, type Watched } from './types';

const EVENTS: Record<Watched, string> = {
	created: 'insightCreated',
	updated: 'insightUpdated',
	createdOrUpdated: 'insightUpdated',
	deleted: 'insightDeleted',
};

/** Where nobody looks: insights of another project are not in the list. */
const ELSEWHERE = 2;

export function postHogBackstage(): Backstage {
	const sandbox = createPostHogSandbox({ seed: 'empty', clock, rateLimit: false });
	const { store } = sandbox;
	const [user] = store.users;
	const insert = () => store.insert({ name: 'r0', tags: ['watched'] });
	/** Which deletion an entry of the log tells of. */
	const entries = new Map<string, string>();
	let touches = 0;
	return {
		nodeType: trigger('PostHogInsights'),
		parameters: ({ event, isWatching, isFiltered, maxRows }) => ({
			event: EVENTS[event],
			project: { __rl: true, mode: 'id', value: '1' },
			...(event === 'deleted' ? {} : { filters: isFiltered ? { tags: 'watched' } : {} }),
			options: {
				...(maxRows < 500 ? { maxRows } : {}),
				...(isWatching ? { watchedFields: ['name'] } : {}),
			},
		}),
		credentials: {
			postHogInsightsApi: {
				region: 'selfHosted',
				url: ownAddress(),
				apiKey: sandbox.apiKey,
				requestsPerMinute: 0,
				requestsPerHour: 0,
			},
		},
		lookBackMs: 60_000,
		hasClock: true,
		pageSize: 50,
		lateIds: Infinity,
		dated: (moment) => moment,
		keyOf: ({ id, name }, event) =>
			event === 'deleted'
				? (entries.get(String(id)) ?? String(id))
				: keyFor(event, id, revisionIn(name)),
		insert: () => insert().id,
		insertHidden() {
			const insight = insert();
			Object.assign(insight, { project: ELSEWHERE });
			return { id: insight.id, show: () => Object.assign(insight, { project: 1 }) };
		},
		change: (id, revision, at = serviceNow()) =>
			store.update(id, { name: `r${revision}`, updated_at: at }),
		touch: (id) => store.update(id, { description: String(++touches) }),
		drop(id, times) {
			store.log(store.update(id, { deleted: true }), 'deleted', user, null);
			entries.set(store.activities[store.activities.length - 1].id, `${id}#${times}`);
		},
		restore(id, revision) {
			store.log(store.update(id, { deleted: false, name: `r${revision}` }), 'restored', user, null);
		},
		answer: sandbox.answer,
		authorization: `Bearer ${sandbox.apiKey}`,
	};
}
