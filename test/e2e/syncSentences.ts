import { imported, publish } from './examples';
import { running } from './running';
import { sleep } from '../../scripts/start/machine';
import { createChance } from '../../sandbox/insightly/seed/random';
import { companies } from '../sync/companies';
import { Editors } from '../sync/editors';
import { changePerson, createPerson, differences, peopleOf, somebody } from '../sync/people';

const edits = 200;

/** Two polls without a request that writes. */
const restMs = 130_000;

const limitMs = 15 * 60_000;

/** Both directions active in the real n8n: takes some ten minutes, so only when it is asked for. */
export function syncSentences(): void {
	it(
		`say the same and rest after ${edits} random edits on both sides`,
		async () => {
			const crms = running();
			await prepare();
			const chance = createChance(4_711);
			const editors = new Editors(crms, chance, Date.now);
			await publish(await imported('keep-two-crms-in-step.json'));
			while (editors.count < edits) {
				editors.edit();
				await sleep(1_000);
			}
			const { requests, rounds } = await untilRest();
			expect(differences(crms)).toEqual([]);
			const { insightly, spotler } = crms;
			expect([...insightly.sandbox.violations, ...spotler.sandbox.violations]).toEqual([]);
			expect(rounds).toBeGreaterThan(0);
			expect(requests).toBeGreaterThan(0);
		},
		limitMs + edits * 1_500,
	);
}

/** No other workflow at work, the same companies on both sides, and nobody yet: what the sandbox's company has is not linked. */
async function prepare(): Promise<void> {
	const { client, insightly, spotler, followUp, toSpotler } = running();
	for (const { id } of [followUp, toSpotler]) await client.post(`/workflows/${id}/deactivate`, {});
	const { store } = insightly.sandbox;
	for (const { CONTACT_ID } of store.all('Contacts')) store.remove('Contacts', Number(CONTACT_ID));
	for (const { id } of spotler.sandbox.store.all('contacts')) {
		spotler.sandbox.store.remove('contacts', Number(id));
	}
	for (const name of companies) {
		store.insert('Organisations', { ORGANISATION_NAME: name });
		spotler.sandbox.store.insert('accounts', { name });
	}
	const chance = createChance(1);
	const id = createPerson(running(), 'insightly', somebody(chance));
	changePerson(running(), 'insightly', id, { title: 'First' });
}

/** Waits until nothing has been written for two polls. @throws when that does not come */
async function untilRest(): Promise<{ requests: number; rounds: number }> {
	const { insightly, spotler } = running();
	const writes = () =>
		[...insightly.sandbox.requests, ...spotler.sandbox.requests].filter(
			({ method }) => method !== 'GET',
		).length;
	const until = Date.now() + limitMs - restMs;
	for (let rounds = 1; Date.now() < until; rounds++) {
		const before = writes();
		await sleep(restMs);
		if (writes() === before) return { requests: before, rounds };
	}
	const counts = [peopleOf(running(), 'insightly').length, peopleOf(running(), 'spotler').length];
	throw new Error(`there is no rest; there are ${counts.join(' and ')} people`);
}
