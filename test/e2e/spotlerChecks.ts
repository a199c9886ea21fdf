import { expectThat } from './expectThat';
import type { Check, Checked } from './checks';
import { nextSuccess } from './waiting';
import { changeContact, createContact, readSandbox } from '../../scripts/start/contacts';
import { followExecutions, type FinishedExecution } from '../../scripts/start/executions';
import { writtenToSpotler, type Written } from '../../scripts/start/tell';

/** The way of the same contact through the second active workflow, to Spotler CRM, twice. */
export const spotlerChecks: Check[] = [
	{
		says: 'the contact is in Spotler CRM, in an account named after its organisation',
		see: async (checked) => {
			const { client, contact, insightly, spotler, toSpotler } = checked;
			expectThat(contact, 'no contact was created');
			// The workflow may have finished already, while an earlier check waited.
			const finishedSince = await followExecutions(client, toSpotler.id, 'all');
			const [written] = await writtenBy(checked, finishedSince, 1);
			checked.written = written;
			const { ORGANISATION_NAME: organisation } = await readSandbox<{ ORGANISATION_NAME: string }>(
				insightly.account,
				`/Organisations/${contact.ORGANISATION_ID}`,
			);
			const account = spotler.sandbox.store.get('accounts', written.accountId);
			const stored = spotler.sandbox.store.get('contacts', written.contactId);
			expectThat(account?.name === organisation, `the account is called "${account?.name}"`);
			expectThat(stored?.accountid === account?.id, `it belongs to account ${stored?.accountid}`);
			expectThat(stored?.email === contact.EMAIL_ADDRESS, `its address is "${stored?.email}"`);
		},
	},
	{
		says: 'changing the contact in Insightly changes the same records and creates no second ones',
		see: async (checked) => {
			const { client, contact, insightly, spotler, toSpotler, written } = checked;
			expectThat(contact && written, 'the contact was not written a first time');
			const before = counts(checked);
			const finishedSince = await followExecutions(client, toSpotler.id);
			const { TITLE } = await changeContact(insightly.account, contact.CONTACT_ID);
			checked.withoutOrganisation = await createContact(insightly.account);
			const both = await writtenBy(checked, finishedSince, 2);
			const again = both.find(({ contactId }) => contactId === written.contactId);
			expectThat(again, `contact ${written.contactId} is not among what was written`);
			expectThat(again.accountId === written.accountId, `the account is now ${again.accountId}`);
			const stored = spotler.sandbox.store.get('contacts', written.contactId);
			expectThat(stored?.jobtitle === TITLE, `its job title is "${stored?.jobtitle}"`);
			// One of each is the other contact's.
			const after = counts(checked);
			expectThat(after.accounts === before.accounts + 1, `${after.accounts} accounts`);
			expectThat(after.contacts === before.contacts + 1, `${after.contacts} contacts`);
		},
	},
	{
		says: 'a contact without an organisation is in an account of its own name',
		see: async ({ spotler: { sandbox }, withoutOrganisation: contact }) => {
			expectThat(contact, 'no such contact was created');
			expectThat(contact.ORGANISATION_ID === null, 'it belongs to an organisation');
			const contacts = sandbox.store.all('contacts');
			const stored = contacts.filter(({ email }) => email === contact.EMAIL_ADDRESS);
			expectThat(stored.length === 1, `${stored.length} contacts have its address`);
			const account = sandbox.store.get('accounts', Number(stored[0].accountid));
			const name = `${contact.FIRST_NAME} ${contact.LAST_NAME}`;
			expectThat(account?.name === name, `its account is called "${account?.name}"`);
		},
	},
	{
		says: 'no call to Spotler CRM was refused, except for the wrong token',
		see: async ({ spotler: { sandbox } }) => {
			const refused = sandbox.alerts.filter(({ status }) => ![401, 402, 403].includes(status ?? 0));
			const told = refused.map(({ method, path, status }) => `${method} ${path} (${status})`);
			expectThat(told.length === 0, `refused: ${told.join(', ')}`);
		},
	},
];

/** Waits until executions have written so many contacts; a poll may fall between two changes. */
async function writtenBy(
	{ executions, toSpotler }: Checked,
	finishedSince: () => Promise<FinishedExecution[]>,
	count: number,
): Promise<Written[]> {
	const written: Written[] = [];
	while (written.length < count) {
		const execution = await nextSuccess(finishedSince);
		executions[toSpotler.name] = execution;
		written.push(...writtenToSpotler(execution));
	}
	expectThat(written.length === count, `${written.length} contacts were written`);
	return written;
}

function counts({ spotler: { sandbox } }: Checked): { accounts: number; contacts: number } {
	const [accounts, contacts] = ['accounts', 'contacts'].map(
		(object) => sandbox.store.all(object).length,
	);
	return { accounts, contacts };
}
