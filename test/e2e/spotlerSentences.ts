import { needed, running } from './running';
import { nextSuccess } from './waiting';
import { changeContact, createContact, readSandbox } from '../../scripts/start/contacts';
import { followExecutions, type FinishedExecution } from '../../scripts/start/executions';
import { writtenToSpotler, type Written } from '../../scripts/start/tell';

/** The way through the second active workflow, twice. */
export function spotlerSentences(): void {
	it('is there, in an account named after its organisation', async () => {
		const checked = running();
		const { client, insightly, spotler, toSpotler } = checked;
		const contact = needed(checked.contact, 'no contact was created');
		// The workflow may have finished already, while an earlier sentence waited.
		const finishedSince = await followExecutions(client, toSpotler.id, 'all');
		const [written] = await writtenBy(finishedSince, 1);
		checked.written = written;
		const { ORGANISATION_NAME: organisation } = await readSandbox<{ ORGANISATION_NAME: string }>(
			insightly.account,
			`/Organisations/${contact.ORGANISATION_ID}`,
		);
		const { store } = spotler.sandbox;
		const account = store.get('accounts', written.accountId);
		expect(account).toMatchObject({ name: organisation });
		expect(store.get('contacts', written.contactId)).toMatchObject({
			accountid: account?.id,
			email: contact.EMAIL_ADDRESS,
		});
	});

	it('is changed with the contact in Insightly, and no second ones are created', async () => {
		const checked = running();
		const { client, insightly, spotler, toSpotler } = checked;
		const contact = needed(checked.contact, 'no contact was created');
		const written = needed(checked.written, 'the contact was not written a first time');
		const before = counts();
		const finishedSince = await followExecutions(client, toSpotler.id);
		const { TITLE } = await changeContact(insightly.account, contact.CONTACT_ID);
		checked.withoutOrganisation = await createContact(insightly.account);
		const both = await writtenBy(finishedSince, 2);
		const again = both.find(({ contactId }) => contactId === written.contactId);
		expect(again?.accountId).toBe(written.accountId);
		const stored = spotler.sandbox.store.get('contacts', written.contactId);
		expect(stored?.jobtitle).toBe(TITLE);
		// One of each is the other contact's.
		const { accounts, contacts } = before;
		expect(counts()).toEqual({ accounts: accounts + 1, contacts: contacts + 1 });
	});

	it('is in an account of its own name when it has no organisation', () => {
		const { spotler, withoutOrganisation } = running();
		const contact = needed(withoutOrganisation, 'no such contact was created');
		expect(contact.ORGANISATION_ID).toBeNull();
		const { store } = spotler.sandbox;
		const stored = store.all('contacts').filter(({ email }) => email === contact.EMAIL_ADDRESS);
		expect(stored).toHaveLength(1);
		const account = store.get('accounts', Number(stored[0].accountid));
		expect(account?.name).toBe(`${contact.FIRST_NAME} ${contact.LAST_NAME}`);
	});

	it('came there without a refused call, except for the wrong token', () => {
		const { alerts } = running().spotler.sandbox;
		const refused = alerts.filter(({ status }) => ![401, 402, 403].includes(status ?? 0));
		expect(refused.map(({ method, path, status }) => [method, path, status])).toEqual([]);
	});
}

/** Waits until executions have written so many contacts; a poll may fall between two changes. */
async function writtenBy(
	finishedSince: () => Promise<FinishedExecution[]>,
	count: number,
): Promise<Written[]> {
	const { executions, toSpotler } = running();
	const written: Written[] = [];
	while (written.length < count) {
		const execution = await nextSuccess(finishedSince);
		executions[toSpotler.name] = execution;
		written.push(...writtenToSpotler(execution));
	}
	expect(written).toHaveLength(count);
	return written;
}

function counts(): { accounts: number; contacts: number } {
	const { store } = running().spotler.sandbox;
	return { accounts: store.all('accounts').length, contacts: store.all('contacts').length };
}
