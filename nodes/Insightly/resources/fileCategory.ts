import { category } from './category';

export const fileCategory = category('File', '/FileCategories');
