import { category } from './category';

export const taskCategory = category('Task', '/TaskCategories');
