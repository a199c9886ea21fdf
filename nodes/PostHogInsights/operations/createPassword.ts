import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { passwordFields } from '../output/outputFields';
import { SHARING } from '../resources/sharing';
import { sharingOperation } from './sharingOperation';

const SHORTEST_PASSWORD = 8;
const LONGEST_NOTE = 100;

/** The body that the public page prints is another endpoint's; this one is from PostHog's sharing API. */
export const createPassword = sharingOperation(
	{
		value: 'createPassword',
		name: 'Create Password',
		action: 'Create password for shared insight',
		description: 'Add a password to a shared insight; it is shown this once only',
		endpoint: `POST ${SHARING}/passwords`,
		options: ['note', 'password'],
		outputFields: passwordFields,
	},
	(item) => ({ method: 'POST', below: '/passwords', body: passwordBody(item) }),
);

function passwordBody(item: ItemContext): IDataObject {
	const options = item.collection('options');
	const [password, note] = [String(options.password ?? ''), String(options.note ?? '')];
	if (password !== '' && password.length < SHORTEST_PASSWORD) {
		throw item.refuse(
			'The password is too short',
			`It needs at least ${SHORTEST_PASSWORD} characters. Leave it empty to have PostHog make one up.`,
		);
	}
	if (note.length > LONGEST_NOTE) {
		throw item.refuse(
			`The note has ${note.length} characters`,
			`At most ${LONGEST_NOTE} are possible.`,
		);
	}
	return { ...(password ? { raw_password: password } : {}), ...(note ? { note } : {}) };
}
