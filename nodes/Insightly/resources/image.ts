import { imageRows } from '../operations/images';
import type { SubResource } from './types';

export const image: SubResource = {
	value: 'image',
	name: 'Image',
	description: 'The picture of a record',
	rows: imageRows({
		what: 'image',
		at: '/{parent}/{id}/Image',
		namePart: 'filename',
		below: 'image',
	}),
};
