import { insightBody } from '../fields/insightValues';
import { patchOperation } from './patch';

export const updateInsight = patchOperation(
	{
		value: 'update',
		name: 'Update',
		action: 'Update insight',
		description: 'Change an insight; what you do not add stays as it is',
		parameters: ['project', 'insight', 'updateFields', 'writeOptions'],
	},
	(item) => {
		const body = insightBody(item, item.collection('updateFields'), 'update');
		if (Object.keys(body).length > 0) return body;
		throw item.refuse('There is nothing to update', 'Add at least one field to the form.');
	},
);
