import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import { insightBody } from '../fields/insightValues';
import { patchOperation } from './patch';

export const updateInsight = patchOperation(
	{
		value: 'update',
		name: 'Update',
		action: 'Update insight',
		description: 'Change an insight; what you do not add stays as it is',
		parameters: ['project', 'insight', 'updateFields'],
		options: [...OUTPUT_OPTIONS, 'simplify', 'wrapQuery'],
	},
	(item) => insightBody(item, item.collection('updateFields'), 'update'),
);
