import { imageRows } from '../operations/images';
import type { SubResource } from './types';

export const imageField: SubResource = {
	value: 'imageField',
	name: 'Image Field',
	description: 'Pictures in custom fields of a record',
	rows: imageRows({
		what: 'image field',
		at: '/{parent}/{id}/ImageField/{fieldName}',
		namePart: 'fileName',
		below: 'imageFields',
	}),
};
