import { createSpotlerSandbox } from '../../../sandbox/spotler';
import { stamp } from '../../../sandbox/spotler/dates';
import { clock, ownAddress, revisionIn, trigger } from './clock';
import { keyFor, type Backstage, type Watched } from './types';

const ACCOUNTS = 'accounts';

/** Pages as they are; and small ones, so that histories have several, where the trigger does not count on their size. */
const PAGE_SIZE = 100;
const SMALL_PAGE_SIZE = 7;

export function spotlerBackstage(zone: string, event: Watched): Backstage {
	const pageSize = event === 'deleted' ? PAGE_SIZE : SMALL_PAGE_SIZE;
	const sandbox = createSpotlerSandbox({ seed: 'empty', clock });
	Object.assign(sandbox.switches, { timeZone: zone, largestPage: pageSize });
	const { store } = sandbox;
	const deleted = new Map<number, object>();
	const insert = () => store.insert(ACCOUNTS, { name: 'r0', website: 'watched.example.com' });
	let touches = 0;
	return {
		nodeType: trigger('SpotlerCrm'),
		parameters: ({ event, isWatching, isFiltered, maxRows }) => ({
			resource: 'account',
			event,
			filters: isFiltered
				? {
						conditions: [{ field: 'website', operator: 'equals', value: 'watched.example.com' }],
					}
				: {},
			options: {
				...(maxRows < 500 ? { maxRows } : {}),
				...(isWatching ? { watchedFields: ['name'] } : {}),
				...(zone === 'UTC' ? {} : { timezone: zone }),
			},
		}),
		credentials: {
			spotlerCrmApi: {
				accessToken: sandbox.accessToken,
				baseUrl: ownAddress(),
				requestsPerSecond: 1_000,
			},
		},
		// 65 minutes, of which the hour that daylight saving repeats takes 60.
		lookBackMs: 5 * 60_000,
		hasClock: false,
		pageSize,
		lateIds: 40,
		dated: (moment) => Date.parse(`${stamp(moment, zone).replace(' ', 'T')}Z`),
		keyOf: ({ id, name }, event) => keyFor(event, id, revisionIn(name)),
		insert: () => Number(insert().id),
		insertHidden() {
			const row = insert();
			const id = Number(row.id);
			store.remove(ACCOUNTS, id);
			return { id, show: () => store.insert(ACCOUNTS, row) };
		},
		change: (id, revision, at) =>
			store.update(ACCOUNTS, id, {
				name: `r${revision}`,
				...(at === undefined ? {} : { modifieddate: stamp(at, zone) }),
			}),
		touch: (id) => store.update(ACCOUNTS, id, { phone: String(++touches) }),
		drop(id) {
			deleted.set(id, store.get(ACCOUNTS, id) ?? {});
			store.remove(ACCOUNTS, id);
		},
		restore(id, revision) {
			store.insert(ACCOUNTS, { ...deleted.get(id), id });
			store.update(ACCOUNTS, id, { name: `r${revision}` });
		},
		answer: sandbox.answer,
		authorization: `Bearer ${sandbox.accessToken}`,
	};
}
