import type { IDataObject, INodeParameters } from 'n8n-workflow';

import workflow from '../../../examples/keep-two-crms-in-step.json';
import { openAccount as openInsightly } from '../insightly/account';
import { openAccount } from './account';

/** Parameters of a node of the example; what it takes from its trigger comes from the test's own start node. */
function parametersOf(name: string, trigger: string): INodeParameters {
	const node = workflow.nodes.find((one) => one.name === name);
	const text = JSON.stringify(node?.parameters).replaceAll(trigger, 'Start');
	return JSON.parse(text) as INodeParameters;
}

const write = (name: string, trigger: string) => parametersOf(name, trigger);
const toSpotler = write('Write to Spotler CRM', 'Insightly Contact Changed');
const toInsightly = write('Write to Insightly', 'Spotler Contact Changed');

describe('the example that keeps two CRMs in step', () => {
	it('comes to rest after one round, and both sides say the same', async () => {
		const insightly = await openInsightly({ seed: 'empty' } as never);
		const spotler = await openAccount();
		const person: IDataObject = {
			EMAIL_ADDRESS: 'ada@example.com',
			FIRST_NAME: 'Ada',
			LAST_NAME: 'Lovelace',
			TITLE: 'Analyst',
			PHONE: '020 7946 0000',
		};
		const there = insightly.sandbox.store.insert('Contacts', person as never) as IDataObject;
		const [written] = await spotler.rows(toSpotler, {
			items: [{ json: { ...there, ORGANISATION_NAME: 'Analytical Engines' } }],
		});
		const back = await insightly.run(toInsightly, {
			items: [{ json: { ...written, name: 'Analytical Engines' } }],
		});
		const [again] = await spotler.rows(toSpotler, {
			items: [{ json: { ...back.items[0].json, ORGANISATION_NAME: 'Analytical Engines' } }],
		});
		expect(written).toMatchObject({ email: 'ada@example.com', first: 'Ada', jobtitle: 'Analyst' });
		expect(back.error).toBeUndefined();
		expect(back.items[0].json).toMatchObject({ ...person, CONTACT_ID: there.CONTACT_ID });
		expect(again).toMatchObject({ id: written.id, unchanged: true });
		expect(spotler.sandbox.violations).toEqual([]);
	});
});
