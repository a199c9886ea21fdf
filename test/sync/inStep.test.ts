import type { IDataObject } from 'n8n-workflow';

import { createChance } from '../../sandbox/insightly/seed/random';
import { environment } from '../../scripts/start/machine';
import { companies } from './companies';
import { openCrms, type Direction, type SyncedCrms } from './crms';
import { Editors } from './editors';
import {
	changePerson,
	createPerson,
	differences,
	peopleOf,
	sides,
	somebody,
	withoutIds,
	type Side,
} from './people';

/** One minute: both directions poll, and pass on what they found. */
async function round(
	{ clock, toSpotler, toInsightly }: SyncedCrms,
	between: (side: Side, items: IDataObject[]) => void = () => {},
): Promise<number> {
	const directions: Array<[Side, Direction]> = [
		['insightly', toSpotler],
		['spotler', toInsightly],
	];
	const found: Array<[Side, Direction, IDataObject[]]> = [];
	for (const [side, direction] of directions) found.push([side, direction, await direction.poll()]);
	for (const [side, direction, items] of found) {
		between(side, items);
		clock.advance(1_000);
		await direction.pass(items);
	}
	clock.advance(60_000);
	return found.flatMap(([, , items]) => items).length;
}

/** Rounds until nothing is written and nothing is reported any more. @returns how many it took */
async function untilRest(crms: SyncedCrms): Promise<number> {
	for (let rounds = 1; rounds <= 10; rounds++) {
		const before = crms.writes();
		const reported = await round(crms);
		if (reported === 0 && crms.writes() === before) return rounds;
	}
	throw new Error(
		`There is no rest after ten rounds without an edit: ${JSON.stringify(sides.map((side) => peopleOf(crms, side).length))}`,
	);
}

/** More of them with SYNC_SEEDS. */
const seeds = Array.from({ length: Number(environment.SYNC_SEEDS ?? 1) }, (_, index) => index + 1);

describe('two CRMs with the example between them', () => {
	it.each(seeds)(
		'say the same and rest after 200 random edits on both sides, and the later edit has won (seed %i)',
		async (seed) => {
			const crms = await openCrms();
			const chance = createChance(4_000 + seed);
			const editors = new Editors(crms, chance, crms.clock.now);
			while (editors.count < 200) {
				for (let edits = 1 + chance.below(8); edits > 0; edits--) {
					editors.edit();
					crms.clock.advance(2_000 + chance.below(8) * 1_000);
				}
				await round(crms, (side, items) => {
					if (items.length === 0 || !chance.happens(0.3)) return;
					const item = chance.pick(items);
					editors.overtake(side, Number(item.CONTACT_ID ?? item.id));
					crms.clock.advance(2_000);
				});
			}
			expect(await untilRest(crms)).toBeLessThanOrEqual(5);
			expect(differences(crms)).toEqual([]);
			for (const one of peopleOf(crms, 'insightly')) {
				const keys = [`insightly ${one.id}`, `spotler ${one.partner}`];
				if (keys.some((key) => editors.overtaken.has(key))) continue;
				const edits = keys.flatMap((key) => editors.last.get(key) ?? []);
				// Of two within one second, Insightly's comes first in the list and wins.
				const [latest] = edits.sort((a, b) => b.at - a.at);
				expect(withoutIds(one)).toEqual(latest.person);
			}
			const { insightly, spotler } = crms;
			expect([...insightly.sandbox.violations, ...spotler.sandbox.violations]).toEqual([]);
		},
		240_000,
	);

	it('need one request a poll when nothing happens', async () => {
		const crms = await openCrms();
		createPerson(crms, 'insightly', somebody(createChance(5)));
		await untilRest(crms);
		const requests = () =>
			crms.insightly.sandbox.requests.length + crms.spotler.sandbox.requests.length;
		const before = requests();
		await round(crms);
		expect(requests() - before).toBe(2);
	});

	it('make no second contact when an email address changes, on either side', async () => {
		const crms = await openCrms();
		const chance = createChance(6);
		const inInsightly = createPerson(crms, 'insightly', somebody(chance));
		const inSpotler = createPerson(crms, 'spotler', somebody(chance));
		await untilRest(crms);
		changePerson(crms, 'insightly', inInsightly, { email: 'moved@example.com' });
		changePerson(crms, 'spotler', inSpotler, { email: 'elsewhere@example.com' });
		await untilRest(crms);
		expect(differences(crms)).toEqual([]);
		expect(
			peopleOf(crms, 'spotler')
				.map(({ email }) => email)
				.sort(),
		).toEqual(['elsewhere@example.com', 'moved@example.com']);
	});

	it('keep two people apart who share an email address', async () => {
		const crms = await openCrms();
		const chance = createChance(7);
		for (const first of ['Ada', 'Byron']) {
			createPerson(crms, 'insightly', { ...somebody(chance), first, email: 'home@example.com' });
			crms.clock.advance(5_000);
		}
		await untilRest(crms);
		expect(differences(crms)).toEqual([]);
		expect(
			peopleOf(crms, 'spotler')
				.map(({ first }) => first)
				.sort(),
		).toEqual(['Ada', 'Byron']);
	});

	it('rest and agree after edits of one contact within the same second on both sides', async () => {
		const crms = await openCrms();
		const id = createPerson(crms, 'insightly', somebody(createChance(8)));
		await untilRest(crms);
		const [{ id: partner }] = peopleOf(crms, 'spotler');
		changePerson(crms, 'insightly', id, { title: 'Here', phone: '' });
		changePerson(crms, 'spotler', partner, { title: 'There' });
		await untilRest(crms);
		expect(differences(crms)).toEqual([]);
		expect(peopleOf(crms, 'spotler')).toMatchObject([{ title: 'Here', phone: '' }]);
	});

	it('bring along the company, and follow when it changes', async () => {
		const crms = await openCrms();
		const id = createPerson(crms, 'insightly', {
			...somebody(createChance(9)),
			company: companies[0],
		});
		await untilRest(crms);
		changePerson(crms, 'insightly', id, { company: companies[3] });
		await untilRest(crms);
		expect(peopleOf(crms, 'spotler')).toMatchObject([{ company: companies[3] }]);
		expect(crms.spotler.sandbox.store.all('accounts')).toHaveLength(companies.length);
	});
});
