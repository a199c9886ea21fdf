import type { IDataObject, INodeType } from 'n8n-workflow';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { PostHogInsights } from '../../../nodes/PostHogInsights/PostHogInsights.node';
import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';
import { printFigure } from '../../support/figure';
import { loadOptions } from '../../support/nodeMethods';
import { runNode } from '../../support/runNode';
import { BOTH_DOORS, byId, openAccount as openInsightly } from '../insightly/account';
import { openAccount as openSpotler } from '../spotlerCrm/account';

/** The node as an agent has it: n8n makes a type of its own of it, whose name ends with Tool. */
function asTool(node: INodeType): INodeType {
	node.description.name = `${node.description.name}Tool`;
	return node;
}

const getMany = { resource: 'contact', operation: 'getMany' };

const isNothing = (value: unknown): boolean =>
	value === null || value === '' || (Array.isArray(value) && value.length === 0);

describe('what comes out of Insightly', () => {
	async function account() {
		const opened = await openInsightly({ records: { contacts: 50 }, seed: 'company' });
		const run = async (node: INodeType, parameters: object, door = BOTH_DOORS[0]) => {
			const { credentials } = opened;
			const { items, error } = await runNode(node, {
				parameters: { ...getMany, ...parameters },
				credentials,
				door,
			});
			if (error) throw error;
			return items.map(({ json }) => json);
		};
		return { ...opened, get: run };
	}

	it('leaves out what is empty, and nothing with Simplify off', async () => {
		const { get, sandbox } = await account();
		const simple = await get(new Insightly(), {});
		expect(simple.flatMap((row) => Object.values(row)).filter(isNothing)).toEqual([]);
		const raw = await get(new Insightly(), { simplify: false });
		expect(raw).toMatchObject(sandbox.store.all('Contacts').slice(0, 50));
	});

	it.each(BOTH_DOORS)(
		'is exactly the chosen fields, empty and custom ones too, through the %s door',
		async (door) => {
			const { get, sandbox } = await account();
			const [contact] = sandbox.store.all('Contacts');
			const CUSTOMFIELDS = [{ FIELD_NAME: 'Segment__c', FIELD_VALUE: 'Large' }];
			sandbox.store.update('Contacts', Number(contact.CONTACT_ID), {
				...{ FIRST_NAME: 'Ada', SOCIAL_TWITTER: null, CUSTOMFIELDS },
			});
			for (const fieldsToReturn of [
				['FIRST_NAME', 'SOCIAL_TWITTER', 'Segment__c'],
				'FIRST_NAME, SOCIAL_TWITTER, Segment__c',
			]) {
				const [row] = await get(new Insightly(), { options: { fieldsToReturn } }, door);
				expect(row).toEqual({ FIRST_NAME: 'Ada', SOCIAL_TWITTER: null, Segment__c: 'Large' });
			}
		},
	);

	it('keeps the word that a record was left as it is beside the chosen fields', async () => {
		const { sandbox, rows } = await openInsightly();
		const row = sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
		const changed = await rows({
			...{ resource: 'contact', operation: 'update', recordId: byId(row.CONTACT_ID) },
			fields: { mappingMode: 'defineBelow', value: { FIRST_NAME: 'Ada' }, matchingColumns: [] },
			options: { fieldsToReturn: ['CONTACT_ID'], skipIfUnchanged: true },
		});
		expect(changed).toEqual([{ CONTACT_ID: row.CONTACT_ID, unchanged: true }]);
	});

	it.each(BOTH_DOORS)(
		'is short for an agent: who it is and the custom fields, through the %s door',
		async (door) => {
			const { get } = await account();
			const whole = await get(new Insightly(), { simplify: false }, door);
			const lean = await get(asTool(new Insightly()), {}, door);
			const [before, after] = [whole, lean].map((rows) => JSON.stringify(rows).length);
			printFigure(`50 contacts: ${before} characters raw, ${after} for an agent`);
			expect(lean).toHaveLength(50);
			expect(after).toBeLessThan(20_000);
			for (const row of lean) {
				const own = Object.keys(row).filter((name) => !name.endsWith('__c'));
				expect(own.length).toBeLessThanOrEqual(10);
				expect(row).toMatchObject({
					CONTACT_ID: expect.any(Number) as number,
					FIRST_NAME: expect.any(String) as string,
				});
			}
		},
	);

	it('gives an agent what it asks for', async () => {
		const { get } = await account();
		const options = { fieldsToReturn: 'CONTACT_ID' };
		const rows = await get(asTool(new Insightly()), { options });
		expect(new Set(rows.flatMap(Object.keys))).toEqual(new Set(['CONTACT_ID']));
	});

	it('is offered with the fields of the account', async () => {
		const { credentials } = await account();
		const parameters = { resource: 'contact', operation: 'getMany' };
		const offered = await loadOptions(new Insightly(), 'getOutputFields', {
			...{ parameters, credentials },
		});
		const values = offered.map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['FIRST_NAME', 'DATE_UPDATED_UTC', 'TAGS']));
		expect(values.some((value) => String(value).endsWith('__c'))).toBe(true);
	});
});

describe('what comes out of Spotler CRM', () => {
	const withContact = async () => {
		const account = await openSpotler();
		const record = { first: 'Ada', last: 'Lovelace', phone: '', mobile: null };
		account.sandbox.store.insert('contacts', record as never);
		return account;
	};

	it('leaves out what is empty, and nothing with Simplify off', async () => {
		const account = await withContact();
		const [simple] = await account.rows(getMany);
		expect(Object.values(simple).filter(isNothing)).toEqual([]);
		const [raw] = await account.rows({ ...getMany, options: { simplify: false } });
		expect(raw).toMatchObject({ phone: '', mobile: null });
	});

	it('is exactly the chosen fields', async () => {
		const account = await withContact();
		const fieldsToReturn = ['first', 'phone'];
		const rows = await account.rows({ ...getMany, options: { fieldsToReturn } });
		expect(rows).toEqual([{ first: 'Ada', phone: '' }]);
	});

	it('is short for an agent', async () => {
		const { sandbox, credentials } = await openSpotler();
		const names = ['name', 'addressline', 'addresscity', 'addresspostcode/zip', 'addresscountry'];
		const more = ['notes', 'phone', 'website', 'type', 'sector', 'source', 'abn'];
		const record: IDataObject = Object.fromEntries([...names, ...more].map((name) => [name, 'x']));
		sandbox.store.insert('accounts', record as never);
		const { items } = await runNode(asTool(new SpotlerCrm()), {
			parameters: { authentication: 'accessToken', resource: 'account', operation: 'getMany' },
			credentials,
		});
		const [{ json }] = items;
		expect(json).toMatchObject({ id: expect.any(Number) as number, name: 'x', abn: 'x' });
		expect(Object.keys(json).length).toBeLessThanOrEqual(11);
	});
});

describe('what PostHog Insights offers', () => {
	it('is the fields of an insight by name', () => {
		const { properties } = new PostHogInsights().description;
		const offered = properties
			.filter(({ name }) => name === 'options')
			.flatMap(({ options = [] }) => options)
			.filter(({ name, type }: { name: string; type?: string }) => {
				return name === 'fieldsToReturn' && type === 'multiOptions';
			})
			.flatMap((one) => ('options' in one ? (one.options ?? []) : []))
			.map(({ name }) => name);
		expect(offered).toEqual(expect.arrayContaining(['Name', 'Short ID', 'Insight Name']));
	});
});
