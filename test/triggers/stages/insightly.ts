import { createInsightlySandbox } from '../../../sandbox/insightly';
import { clock, ownAddress, revisionIn, trigger } from './clock';
import { keyFor, type Backstage } from './types';
import { serviceNow } from '../virtualTime';

const CONTACTS = 'Contacts';

/** Whole seconds, as Insightly writes dates. */
const dated = (moment: number): number => Math.floor(moment / 1_000) * 1_000;

export function insightlyBackstage(): Backstage {
	const sandbox = createInsightlySandbox({ seed: 'empty', rateLimit: false, clock });
	const { store } = sandbox;
	const deleted = new Map<number, object>();
	const insert = (id?: number): number =>
		Number(
			store.insert(CONTACTS, {
				...(id === undefined ? {} : { CONTACT_ID: id }),
				FIRST_NAME: 'r0',
				LAST_NAME: 'Watched',
			}).CONTACT_ID,
		);
	let touches = 0;
	return {
		nodeType: trigger('Insightly'),
		parameters: ({ event, isWatching, isFiltered, maxRows }) => ({
			resource: 'contact',
			event,
			options: {
				...(maxRows < 500 ? { maxRows } : {}),
				...(isWatching ? { watchedFields: ['FIRST_NAME'] } : {}),
			},
			filters: isFiltered ? { conditions: [{ field: 'LAST_NAME', value: 'Watched' }] } : {},
		}),
		credentials: {
			insightlyApi: {
				apiKey: sandbox.apiKey,
				apiUrl: `${ownAddress()}/v3.1`,
				requestsPerSecond: 1_000,
			},
		},
		lookBackMs: 120_000,
		hasClock: true,
		pageSize: 500,
		lateIds: Infinity,
		dated,
		keyOf: ({ CONTACT_ID, FIRST_NAME }, event) => keyFor(event, CONTACT_ID, revisionIn(FIRST_NAME)),
		insert: () => insert(),
		insertHidden() {
			const id = insert();
			const at = serviceNow();
			store.remove(CONTACTS, id);
			return { id, show: () => store.datedAs(at, () => insert(id)) };
		},
		change: (id, revision, at = serviceNow()) =>
			store.datedAs(at, () => store.update(CONTACTS, id, { FIRST_NAME: `r${revision}` })),
		touch: (id) => store.update(CONTACTS, id, { SALUTATION: `Dr ${++touches}` }),
		drop(id) {
			deleted.set(id, store.get(CONTACTS, id) ?? {});
			store.remove(CONTACTS, id);
		},
		restore(id, revision) {
			store.table(CONTACTS).put(id, { ...deleted.get(id) });
			store.update(CONTACTS, id, { FIRST_NAME: `r${revision}` });
		},
		answer: sandbox.answer,
		authorization: `Basic ${Buffer.from(`${sandbox.apiKey}:`).toString('base64')}`,
	};
}
