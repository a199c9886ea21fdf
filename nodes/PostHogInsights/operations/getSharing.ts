import { isConfiguration, SHARING } from '../resources/sharing';
import { sharingOperation } from './sharingOperation';

export const getSharing = sharingOperation(
	{
		value: 'get',
		name: 'Get',
		action: 'Get sharing of insight',
		description: 'Read whether an insight is shared, its public addresses and its passwords',
		endpoint: `GET ${SHARING}`,
	},
	() => ({ method: 'GET', accepts: isConfiguration }),
);
