import type { Chance } from '../../sandbox/insightly/seed/random';
import type { JsonObject } from '../../sandbox/shared/json';
import type { InsightlySandbox } from '../../sandbox/insightly';
import type { SpotlerSandbox } from '../../sandbox/spotler';
import { companies } from './companies';

export type Side = 'insightly' | 'spotler';

export const sides: readonly Side[] = ['insightly', 'spotler'];

/** Both sandboxes, wherever they run. */
export interface Crms {
	insightly: { sandbox: InsightlySandbox };
	spotler: { sandbox: SpotlerSandbox };
}

/** A contact as both sides have to agree on it. */
export interface Person {
	first: string;
	last: string;
	title: string;
	phone: string;
	email: string;
	company: string;
}

/** A person as one side has it, with its partner on the other. */
export interface Known extends Person {
	id: number;
	partner: string;
}

const text = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value);

/** Everybody on one side. */
export function peopleOf({ insightly, spotler }: Crms, side: Side): Known[] {
	if (side === 'insightly') {
		const { store } = insightly.sandbox;
		return store.all('Contacts').map((row) => ({
			id: Number(row.CONTACT_ID),
			partner: customField(row, 'Spotler_ID__c'),
			first: text(row.FIRST_NAME),
			last: text(row.LAST_NAME),
			title: text(row.TITLE),
			phone: text(row.PHONE),
			email: text(row.EMAIL_ADDRESS),
			company: text(store.get('Organisations', Number(row.ORGANISATION_ID))?.ORGANISATION_NAME),
		}));
	}
	const { store } = spotler.sandbox;
	return store.all('contacts').map((row) => ({
		id: Number(row.id),
		partner: text(row.insightlyid),
		first: text(row.first),
		last: text(row.last),
		title: text(row.jobtitle),
		phone: text(row.phone),
		email: text(row.email),
		company: text(store.get('accounts', Number(row.accountid))?.name),
	}));
}

function customField(row: JsonObject, name: string): string {
	const fields = (row.CUSTOMFIELDS ?? []) as JsonObject[];
	return text(fields.find(({ FIELD_NAME }) => FIELD_NAME === name)?.FIELD_VALUE);
}

/** Where the two sides do not say the same; empty if they agree, each person with its partner. */
export function differences(crms: Crms): string[] {
	const [ours, theirs] = sides.map((side) => peopleOf(crms, side));
	const lonely = theirs.filter(({ partner }) => !ours.some(({ id }) => String(id) === partner));
	return [
		...lonely.map((one) => `only in Spotler CRM: ${JSON.stringify(one)}`),
		...ours.flatMap((one) => {
			const partner = theirs.find(({ id }) => String(id) === one.partner);
			const isSame =
				partner?.partner === String(one.id) &&
				JSON.stringify(withoutIds(partner)) === JSON.stringify(withoutIds(one));
			return isSame ? [] : [`${JSON.stringify(one)} is not ${JSON.stringify(partner)}`];
		}),
	];
}

/** What a person is, without its IDs. */
export const withoutIds = ({ first, last, title, phone, email, company }: Known): Person => ({
	...{ first, last, title, phone, email, company },
});

/** Another user of that CRM makes a person. @returns its ID there */
export function createPerson(crms: Crms, side: Side, person: Person): number {
	const { store } = crms[side].sandbox as {
		store: { insert(name: string, row: JsonObject): JsonObject };
	};
	return side === 'insightly'
		? Number(store.insert('Contacts', rowOf(crms, side, person)).CONTACT_ID)
		: Number(store.insert('contacts', rowOf(crms, side, person)).id);
}

/** Another user of that CRM changes a person. */
export function changePerson(crms: Crms, side: Side, id: number, changes: Partial<Person>): void {
	const row = rowOf(crms, side, changes);
	if (side === 'insightly') crms.insightly.sandbox.store.update('Contacts', id, row);
	else crms.spotler.sandbox.store.update('contacts', id, row);
}

const keys: Record<Side, Record<Exclude<keyof Person, 'company'>, string>> = {
	insightly: {
		...{ first: 'FIRST_NAME', last: 'LAST_NAME', title: 'TITLE', phone: 'PHONE' },
		email: 'EMAIL_ADDRESS',
	},
	spotler: { first: 'first', last: 'last', title: 'jobtitle', phone: 'phone', email: 'email' },
};

function rowOf({ insightly, spotler }: Crms, side: Side, { company, ...person }: Partial<Person>) {
	const row: Record<string, string | number> = {};
	for (const [name, value] of Object.entries(person)) row[keys[side][name as 'first']] = value;
	if (company === undefined) return row;
	const { store } = side === 'insightly' ? insightly.sandbox : spotler.sandbox;
	const all =
		side === 'insightly' ? store.all('Organisations') : (store.all('accounts') as JsonObject[]);
	const found = all.find((one) => (one.ORGANISATION_NAME ?? one.name) === company);
	if (side === 'insightly') row.ORGANISATION_ID = Number(found?.ORGANISATION_ID);
	else row.accountid = Number(found?.id);
	return row;
}

const firstNames = ['Ada', 'Grace', 'Zoë', 'Alan', 'José', 'Emmy'] as const;
const lastNames = ['Lovelace', "O'Neil", 'Müller', 'Turing', 'van der Berg'] as const;
const titles = ['Analyst', 'Head of R&D', 'Engineer', ''] as const;

let made = 0;

/** Somebody new; nobody else has the email address. */
export const somebody = (chance: Chance): Person => ({
	first: chance.pick(firstNames),
	last: chance.pick(lastNames),
	title: chance.pick(titles),
	phone: chance.happens(0.5) ? `020 7946 ${1000 + chance.below(9000)}` : '',
	email: `person.${++made}@example.com`,
	company: chance.pick(companies),
});

/** One to three things about a person that are different from now on. */
export function someChanges(chance: Chance): Partial<Person> {
	const other = somebody(chance);
	const names = ['first', 'last', 'title', 'phone', 'email', 'company'] as const;
	const changed = Array.from({ length: 1 + chance.below(3) }, () => chance.pick(names));
	return Object.fromEntries(changed.map((name) => [name, other[name]]));
}
