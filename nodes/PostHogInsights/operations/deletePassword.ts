import type { ItemContext } from '../../shared/form/itemContext';
import { requiredText } from '../../shared/form/requiredText';
import { deletedPasswordFields } from '../output/outputFields';
import { SHARING } from '../resources/sharing';
import { sharingOperation } from './sharingOperation';

export const deletePassword = sharingOperation(
	{
		value: 'deletePassword',
		name: 'Delete Password',
		action: 'Delete password of shared insight',
		description: 'Take a password away from a shared insight',
		endpoint: `DELETE ${SHARING}/passwords/{password_id}`,
		parameters: ['passwordId'],
		outputFields: deletedPasswordFields,
		output: (_result, item) => [{ json: { deleted: true, id: readPasswordId(item) } }],
	},
	(item) => ({ method: 'DELETE', below: `/passwords/${readPasswordId(item)}` }),
);

function readPasswordId(item: ItemContext): number {
	const advice = 'Sharing: Get lists the passwords with their IDs.';
	const id = requiredText(item, 'passwordId', 'password ID', advice);
	if (/^\d{1,12}$/.test(id)) return Number(id);
	throw item.refuse(`"${id.slice(0, 60)}" is not the ID of a password`, advice);
}
