import { SHARING } from '../resources/sharing';
import { sharingOperation } from './sharingOperation';

export const rotateToken = sharingOperation(
	{
		value: 'rotateToken',
		name: 'Rotate Token',
		action: 'Rotate token of shared insight',
		description: 'Give the insight a new public address; the old one stops working',
		endpoint: `POST ${SHARING}/refresh`,
	},
	() => ({ method: 'POST', below: '/refresh' }),
);
