import { recordTypes } from '../resources/recordTypes';
import type { Plan } from '../resources/types';

/** Parts of Insightly that not every plan has, as users know them. */
const PLANS: Readonly<Record<Plan, string>> = {
	products: 'products, price books and quotations',
	service: 'Insightly Service (tickets, knowledge base, community)',
	marketing: 'Insightly Marketing',
};

/** The part of Insightly that a path belongs to, as users know it; undefined for what every plan has. */
export function featureOf(path: string): string | undefined {
	const [collection, , below] = path.toLowerCase().split(/[/?]/).filter(Boolean);
	const plan = planOf(collection) ?? planOf(below);
	return plan && PLANS[plan];
}

const planOf = (segment = ''): Plan | undefined =>
	recordTypes.find(({ path }) => path.toLowerCase() === `/${segment}`)?.plan;
