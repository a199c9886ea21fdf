import { faker } from '@faker-js/faker/locale/en';

/** Words that records are put together from: made once, so that even 200,000 records cost little. */
export interface Pools {
	readonly firstNames: readonly string[];
	readonly lastNames: readonly string[];
	readonly companies: readonly string[];
	readonly jobTitles: readonly string[];
	readonly streets: readonly string[];
	readonly cities: readonly string[];
	readonly states: readonly string[];
	readonly postcodes: readonly string[];
	readonly phones: readonly string[];
	readonly industries: readonly string[];
	readonly products: readonly string[];
	readonly phrases: readonly string[];
	readonly paragraphs: readonly string[];
}

const SEED = 20_250_630;

let made: Pools | undefined;

/** The same words at every call. */
export function pools(): Pools {
	made ??= makePools();
	return made;
}

function makePools(): Pools {
	faker.seed(SEED);
	const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
	return {
		firstNames: many(300, () => faker.person.firstName()),
		lastNames: many(300, () => faker.person.lastName()),
		companies: many(200, () => faker.company.name()),
		jobTitles: many(60, () => faker.person.jobTitle()),
		streets: many(120, () => faker.location.streetAddress()),
		cities: many(120, () => faker.location.city()),
		states: many(40, () => faker.location.state()),
		postcodes: many(80, () => faker.location.zipCode()),
		phones: many(150, () => faker.phone.number({ style: 'national' })),
		industries: many(25, () => faker.commerce.department()),
		products: many(60, () => faker.commerce.productName()),
		phrases: many(120, () => faker.company.catchPhrase()),
		paragraphs: many(60, () => faker.lorem.paragraph()),
	};
}
