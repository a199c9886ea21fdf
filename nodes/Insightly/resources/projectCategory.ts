import { category } from './category';

export const projectCategory = category('Project', '/ProjectCategories');
