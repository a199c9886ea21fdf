import type { IDataObject, INodeParameters } from 'n8n-workflow';

import workflow from '../../../examples/insightly-contact-to-spotler.json';
import { openAccount } from './account';

/** Parameters of a node of the example; the contact comes from the test's own start node. */
function parametersOf(name: string): INodeParameters {
	const node = workflow.nodes.find((one) => one.name === name);
	const text = JSON.stringify(node?.parameters).replaceAll('Contact Created or Changed', 'Start');
	return JSON.parse(text) as INodeParameters;
}

const contact = {
	FIRST_NAME: 'Ada',
	LAST_NAME: 'Lovelace',
	EMAIL_ADDRESS: 'ada@example.com',
	TITLE: 'Analyst',
	PHONE: null,
};

describe('the example that writes Insightly contacts to Spotler CRM', () => {
	it('makes an account and a contact, and running it again changes nothing', async () => {
		const account = await openAccount();
		const { store } = account.sandbox;
		const run = async (): Promise<IDataObject[]> => {
			const [company] = await account.rows(parametersOf('Create or Update Account'), {
				items: [{ json: { ...contact, ORGANISATION_NAME: 'Analytical Engines' } }],
			});
			const [person] = await account.rows(parametersOf('Create or Update Contact'), {
				items: [{ json: { ...contact, id: company.id } }],
			});
			return [company, person];
		};

		const [company, person] = await run();
		const before = ['accounts', 'contacts'].map((object) => store.all(object));
		account.sandbox.clock.advance(60_000);
		const again = await run();

		expect(company.name).toBe('Analytical Engines');
		expect(person).toMatchObject({ accountid: company.id, first: 'Ada', jobtitle: 'Analyst' });
		expect(again.map(({ id }) => id)).toEqual([company.id, person.id]);
		expect(['accounts', 'contacts'].map((object) => store.all(object))).toEqual(before);
		expect(account.sandbox.violations).toEqual([]);
		expect(account.sandbox.alerts).toEqual([]);
	});

	it('names the account after the person when there is no organisation', async () => {
		const account = await openAccount();
		const rows = await account.rows(parametersOf('Create or Update Account'), {
			items: [{ json: contact }],
		});
		expect(rows[0].name).toBe('Ada Lovelace');
	});

	it('connects nodes that exist', () => {
		const names = new Set(workflow.nodes.map(({ name }) => name));
		const ends = Object.entries(workflow.connections).flatMap(([from, { main }]) => [
			from,
			...main.flat().map(({ node }) => node),
		]);
		expect(ends.filter((name) => !names.has(name))).toEqual([]);
	});
});
