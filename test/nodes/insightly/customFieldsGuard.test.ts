import type { JsonObject, JsonValue } from '../../../sandbox/shared/json';
import { byId, mapped, openAccount } from './account';

const READINGS = ['merge', 'replace'] as const;

const NUMBER = 'Reference_No__c';
const SCORE = 'Score__c';

/** An account whose contacts have fields of every kind, one of them calculated. */
async function open(customFieldsOnPut: (typeof READINGS)[number]) {
	const account = await openAccount({ seed: 'company', switches: { customFieldsOnPut } });
	const { store } = account.sandbox;
	store.insert('CustomFields', {
		FIELD_NAME: SCORE,
		FIELD_FOR: 'CONTACT',
		FIELD_LABEL: 'Score',
		FIELD_TYPE: 'CALCULATED',
		EDITABLE: true,
		CUSTOM_FIELD_OPTIONS: [],
	});
	const contact = (values: Record<string, JsonValue>): number =>
		Number(
			store.insert('Contacts', {
				FIRST_NAME: 'Ada',
				CUSTOMFIELDS: Object.entries(values).map(([FIELD_NAME, FIELD_VALUE]) => ({
					FIELD_NAME,
					FIELD_VALUE,
				})),
			}).CONTACT_ID,
		);
	const update = async (id: number, fields: Record<string, unknown>) =>
		await account.rows({
			resource: 'contact',
			operation: 'update',
			recordId: byId(id),
			fields: mapped(fields as never),
		});
	/** The custom fields of a contact that have a value. */
	const held = (id: number): Record<string, JsonValue> =>
		Object.fromEntries(
			(store.get('Contacts', id)?.CUSTOMFIELDS as JsonObject[])
				.filter(({ FIELD_VALUE }) => FIELD_VALUE !== null)
				.map(({ FIELD_NAME, FIELD_VALUE }) => [FIELD_NAME, FIELD_VALUE]),
		);
	const sentNames = () =>
		account.sandbox.requests
			.filter(({ method }) => method === 'PUT')
			.map(({ body }) => {
				const { CUSTOMFIELDS = [] } = body as { CUSTOMFIELDS?: JsonObject[] };
				return CUSTOMFIELDS.map(({ FIELD_NAME }) => FIELD_NAME);
			});
	return { ...account, contact, update, held, sentNames };
}

describe.each(READINGS)(
	'custom fields that an update does not name, where PUT would %s them',
	(how) => {
		it.each([
			['fields that the service fills in', { [NUMBER]: 'REF-1', [SCORE]: 7 }],
			['nothing', {}],
			['a no and an empty text', { Newsletter__c: false, Remarks__c: '' }],
		])('survive after an update of a record that has %s besides', async (_what, teaching) => {
			const { contact, update, held, sandbox } = await open(how);
			const first = contact({ Nickname__c: 'blue', ...teaching });
			const second = contact({ Nickname__c: 'red', Loyalty_Points__c: 7, [SCORE]: 3 });
			await update(first, { Nickname__c: 'green' });
			await update(second, { Nickname__c: 'green' });
			expect(held(second)).toEqual({ Nickname__c: 'green', Loyalty_Points__c: 7, [SCORE]: 3 });
			expect(sandbox.violations).toEqual([]);
		});

		it('survive in every later update, and what the service fills in is never sent back', async () => {
			const { contact, update, held, sentNames, sandbox } = await open(how);
			const values = { Loyalty_Points__c: 0, Segment__c: 'Small', [NUMBER]: 'REF-2', [SCORE]: 5 };
			const ids = [1, 2, 3].map(() => contact({ Nickname__c: 'blue', ...values }));
			for (const id of ids) await update(id, { Nickname__c: 'green' });
			for (const id of ids) expect(held(id)).toEqual({ Nickname__c: 'green', ...values });
			expect(sentNames().flat()).not.toContain(SCORE);
			expect(sentNames().flat()).not.toContain(NUMBER);
			expect(sandbox.violations).toEqual([]);
		});

		it('cost no request where none is named, and one where the record has no others', async () => {
			const { contact, update, sandbox, sentNames } = await open(how);
			await update(contact({ Loyalty_Points__c: 7 }), { FIRST_NAME: 'Augusta' });
			expect(sandbox.requests.map(({ method }) => method)).toEqual(['PUT']);
			await update(contact({ [SCORE]: 7 }), { Nickname__c: 'green' });
			expect(sentNames()).toEqual([[], ['Nickname__c']]);
		});

		it('can be cleared', async () => {
			const { contact, update, held } = await open(how);
			const id = contact({ Nickname__c: 'blue', Loyalty_Points__c: 7 });
			await update(id, { Loyalty_Points__c: '' });
			expect(held(id)).toEqual({ Nickname__c: 'blue' });
		});
	},
);
