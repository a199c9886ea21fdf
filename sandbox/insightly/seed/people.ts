import type { JsonObject } from '../../shared/json';
import type { SeedContext } from './context';
import { plant, someId, someTags } from './context';
import { someCustomFields } from './customFields';

/** Beyond this many records of a kind, custom fields stay empty: they would cost more than all the rest. */
const WITH_CUSTOM_FIELDS = 2000;

/** Custom fields of a record in a list of this length. */
export function customFieldsAmong(context: SeedContext, index: number, count: number): JsonObject {
	if (count > WITH_CUSTOM_FIELDS) return {};
	return { CUSTOMFIELDS: someCustomFields(context, index) };
}

export function seedOrganisations(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Organisations', count, (index) => {
		const name = numberedName(words.companies, index);
		const domain = `${slug(name)}.example`;
		return {
			ORGANISATION_NAME: name,
			OWNER_USER_ID: someId(context, 'Users'),
			BACKGROUND: chance.pick(words.phrases),
			PHONE: chance.pick(words.phones),
			WEBSITE: `https://www.${domain}`,
			ADDRESS_BILLING_STREET: chance.pick(words.streets),
			ADDRESS_BILLING_CITY: chance.pick(words.cities),
			ADDRESS_BILLING_STATE: chance.pick(words.states),
			ADDRESS_BILLING_POSTCODE: chance.pick(words.postcodes),
			ADDRESS_BILLING_COUNTRY: 'United States',
			TAGS: someTags(context),
			EMAILDOMAINS: [{ EMAIL_DOMAIN_ID: index + 1, EMAIL_DOMAIN: domain }],
			...customFieldsAmong(context, index, count),
		};
	});
}

export function seedContacts(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Contacts', count, (index) => {
		const [first, last] = [chance.pick(words.firstNames), chance.pick(words.lastNames)];
		return {
			FIRST_NAME: first,
			LAST_NAME: last,
			EMAIL_ADDRESS: `${slug(first)}.${slug(last)}.${index + 1}@mail.example`,
			TITLE: chance.pick(words.jobTitles),
			PHONE: chance.pick(words.phones),
			PHONE_MOBILE: chance.happens(0.5) ? chance.pick(words.phones) : null,
			ORGANISATION_ID: chance.happens(0.8) ? someId(context, 'Organisations') : null,
			OWNER_USER_ID: someId(context, 'Users'),
			ADDRESS_MAIL_STREET: chance.pick(words.streets),
			ADDRESS_MAIL_CITY: chance.pick(words.cities),
			ADDRESS_MAIL_STATE: chance.pick(words.states),
			ADDRESS_MAIL_POSTCODE: chance.pick(words.postcodes),
			ADDRESS_MAIL_COUNTRY: 'United States',
			TAGS: someTags(context),
			...customFieldsAmong(context, index, count),
		};
	});
}

export function seedLeads(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Leads', count, (index) => {
		const [first, last] = [chance.pick(words.firstNames), chance.pick(words.lastNames)];
		return {
			FIRST_NAME: first,
			LAST_NAME: last,
			EMAIL: `${slug(first)}.${slug(last)}.${index + 1}@prospects.example`,
			TITLE: chance.pick(words.jobTitles),
			ORGANISATION_NAME: chance.pick(words.companies),
			INDUSTRY: chance.pick(words.industries),
			EMPLOYEE_COUNT: 1 + chance.below(900),
			LEAD_RATING: 1 + chance.below(5),
			LEAD_SOURCE_ID: someId(context, 'LeadSources'),
			LEAD_STATUS_ID: context.account.store.table('LeadStatuses').idsBetween()[chance.below(3)],
			OWNER_USER_ID: someId(context, 'Users'),
			PHONE: chance.pick(words.phones),
			ADDRESS_CITY: chance.pick(words.cities),
			TAGS: someTags(context),
			...convertedAt(context, index),
			...customFieldsAmong(context, index, count),
		};
	});
}

/** Every tenth lead has become a contact. */
function convertedAt(context: SeedContext, index: number): JsonObject {
	if (index % 10 !== 9) return {};
	return {
		CONVERTED: true,
		CONVERTED_CONTACT_ID: someId(context, 'Contacts'),
		CONVERTED_ORGANISATION_ID: someId(context, 'Organisations'),
		CONVERTED_DATE_UTC: '2025-06-01 09:00:00',
	};
}

export function seedProspects(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Prospect', count, (index) => {
		const [first, last] = [chance.pick(words.firstNames), chance.pick(words.lastNames)];
		return {
			FIRST_NAME: first,
			LAST_NAME: last,
			EMAIL_ADDRESS: `${slug(first)}.${slug(last)}.${index + 1}@visitors.example`,
			ORGANISATION_NAME: chance.pick(words.companies),
			SCORE: chance.below(100),
			GRADE: chance.pick(['A', 'B', 'C', 'D']),
			TAGS: someTags(context),
		};
	});
	plant(context, 'MarketingVisits', count, () => ({
		PROSPECT_ID: someId(context, 'Prospect'),
		MKT_MEDIUM: chance.pick(['e-mail', 'search', 'direct']),
		PAGE_VIEW_COUNT: 1 + chance.below(20),
	}));
}

/** A name out of the pool, with a number once the pool is used up. */
function numberedName(names: readonly string[], index: number): string {
	const round = Math.floor(index / names.length);
	const name = names[index % names.length];
	return round === 0 ? name : `${name} ${round + 1}`;
}

function slug(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
