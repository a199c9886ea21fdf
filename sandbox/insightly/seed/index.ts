import type { Account } from '../account';
import type { SeedContext } from './context';
import { createSeedContext, plant, SEED_END } from './context';
import { seedCustomFields, vehicleFields } from './customFields';
import { seedContacts, seedLeads, seedOrganisations, seedProspects } from './people';
import { seedReferenceLists } from './reference';
import { seedProducts, seedQuotations } from './sales';
import { seedArticles, seedTickets } from './service';
import {
	seedEmails,
	seedEvents,
	seedNotes,
	seedOpportunities,
	seedProjects,
	seedTasks,
} from './work';

/** How many records of each kind the company has. */
const COMPANY = {
	organisations: 120,
	contacts: 400,
	leads: 150,
	opportunities: 120,
	projects: 40,
	tasks: 200,
	events: 80,
	notes: 150,
	emails: 120,
	products: 30,
	quotations: 30,
	prospects: 60,
	tickets: 40,
	articles: 25,
	vehicles: 15,
};

export type SeedCounts = { [Kind in keyof typeof COMPANY]: number };

export interface SeedOptions {
	/** `company` is the same company every time; `empty` has users, lists and custom fields, but no records. */
	seed?: 'company' | 'empty';
	/** Other numbers of records than the seed's, e.g. `{ contacts: 200_000 }`. */
	records?: Partial<SeedCounts>;
}

/** Fills an account. Records come in an order in which each can name those before it. */
export function seedAccount(account: Account, { seed = 'company', records }: SeedOptions): void {
	const context = createSeedContext(account);
	const counts = { ...(seed === 'company' ? COMPANY : NOTHING), ...records };
	account.store.datedAs(SEED_END, () => plantEverything(context, counts));
}

function plantEverything(context: SeedContext, counts: SeedCounts): void {
	seedReferenceLists(context);
	seedCustomFields(context);
	seedOrganisations(context, counts.organisations);
	seedContacts(context, counts.contacts);
	seedLeads(context, counts.leads);
	seedOpportunities(context, counts.opportunities);
	seedProjects(context, counts.projects);
	seedTasks(context, counts.tasks);
	seedEvents(context, counts.events);
	seedNotes(context, counts.notes);
	seedEmails(context, counts.emails);
	seedProducts(context, counts.products);
	seedQuotations(context, counts.quotations);
	seedProspects(context, counts.prospects);
	seedTickets(context, counts.tickets);
	seedArticles(context, counts.articles);
	seedVehicles(context, counts.vehicles);
}

const NOTHING = Object.fromEntries(Object.keys(COMPANY).map((kind) => [kind, 0])) as SeedCounts;

function seedVehicles(context: SeedContext, count: number): void {
	plant(context, 'Vehicle__c', count, (index) => ({
		RECORD_NAME: `Vehicle ${index + 1}`,
		CUSTOMFIELDS: vehicleFields(context),
	}));
}
