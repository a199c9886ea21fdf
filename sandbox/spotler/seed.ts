import type { SandboxClock } from '../shared/clock';
import type { SpotlerStore } from './store';

export interface SeedOptions {
	/** `company`: an account that has been in use for a while. `empty`: only its users. */
	seed?: 'company' | 'empty';
	/** How many accounts a `company` has, 40 unless said otherwise; contacts are twice as many. */
	accounts?: number;
}

const USERS = [
	['Ada', 'Lovelace'],
	['Grace', 'Hopper'],
	['Alan', 'Turing'],
] as const;

const COMPANIES = ['Northgate', 'Harbour', 'Willow', 'Kestrel', 'Copper', 'Meadow', 'Juniper'];
const TRADES = ['Design', 'Logistics', 'Foods', 'Software', 'Interiors', 'Energy'];
const FIRST_NAMES = ['Olivia', 'Noah', 'Amara', 'George', 'Isla', 'Mateo', 'Freya', 'Yusuf'];
const LAST_NAMES = ['Baker', 'Okafor', 'Singh', 'Murphy', 'Novak', 'Rossi', 'Larsen'];

const ONE_HOUR = 3_600_000;

/** Fills a store with the same records every time. Records were made hour by hour up to now. */
export function seedStore(
	store: SpotlerStore,
	clock: SandboxClock,
	{ seed = 'company', accounts = 40 }: SeedOptions,
): void {
	USERS.forEach(([first, last], index) =>
		store.insert('users', { id: store.me + index, first, last, live: index === 2 ? 0 : 1 }),
	);
	if (seed === 'empty') return;
	clock.advance(-accounts * ONE_HOUR);
	for (let index = 0; index < accounts; index++) {
		clock.advance(ONE_HOUR);
		seedAccount(store, index);
	}
	store.insert('campaigns', { name: 'Spring mailing', type: 'Email', active: 1, members: 12 });
}

function seedAccount(store: SpotlerStore, index: number): void {
	const pick = <T>(list: readonly T[], step = 1): T => list[Math.floor(index / step) % list.length];
	const name = `${pick(COMPANIES)} ${pick(TRADES, COMPANIES.length)} ${index + 1}`;
	const { id: accountid } = store.insert('accounts', {
		name,
		type: pick(['Customer', 'Prospect', 'Partner']),
		sector: pick(['Design', 'Retail', 'Software'], 2),
		addresscity: pick(['Leeds', 'Bristol', 'Glasgow']),
		'addresspostcode/zip': `LS${index + 1} 4AB`,
		ownerid: store.me,
	});
	for (const offset of [0, 3]) {
		const first = FIRST_NAMES[(index + offset) % FIRST_NAMES.length];
		const last = LAST_NAMES[(index * 2 + offset) % LAST_NAMES.length];
		const email = `${first}.${last}.${index + 1}@example.com`.toLowerCase();
		store.insert('contacts', { accountid, first, last, email, decisionmaker: offset ? 0 : 1 });
	}
	if (index % 4 > 0) return;
	const { id: opportunityid } = store.insert('opportunities', {
		accountid,
		name: `${name}: renewal`,
		closedate: '2026-12-31',
		probability: 50,
		status: 'Open',
	});
	store.insert('opportunity_lines', {
		opportunityid,
		product: 'User Subscription',
		quantity: 30,
		unitprice: 420,
	});
	store.insert('policies', {
		accountid,
		name: `${name} policy`,
		policynumber: `P-${index}`,
		premium: 100 + index,
	});
}
