import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { jsonObjectOption } from '../fields/jsonOption';
import { SHARING } from '../resources/sharing';
import { sharingOperation } from './sharingOperation';

/** PATCH is missing on the public page, but is what PostHog's own pages use. */
export const enableSharing = sharingOperation(
	{
		value: 'enable',
		name: 'Enable',
		action: 'Enable sharing of insight',
		description: 'Make an insight public by an address that nobody can guess',
		endpoint: `PATCH ${SHARING}`,
		options: ['passwordRequired', 'settings'],
	},
	(item) => ({
		method: 'PATCH',
		body: { enabled: true, ...sharingValues(item) },
		idempotent: true,
	}),
);

/** Which settings exist depends on the version; PostHog drops those that it does not know. */
function sharingValues(item: ItemContext): IDataObject {
	const { passwordRequired } = item.collection('options');
	const settings = jsonObjectOption(item, 'settings', 'Settings', '{"legend": true}');
	return {
		...(typeof passwordRequired === 'boolean' ? { password_required: passwordRequired } : {}),
		...(settings ? { settings } : {}),
	};
}
