import { SHARING } from '../resources/sharing';
import { sharingOperation } from './sharingOperation';

export const disableSharing = sharingOperation(
	{
		value: 'disable',
		name: 'Disable',
		action: 'Disable sharing of insight',
		description: 'Close the public address of an insight',
		endpoint: `PATCH ${SHARING}`,
	},
	() => ({ method: 'PATCH', body: { enabled: false }, idempotent: true }),
);
