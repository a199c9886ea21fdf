import { category } from './category';

export const opportunityCategory = category('Opportunity', '/OpportunityCategories');
