import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import { patchOperation } from './patch';

/** The only request that still finds a deleted insight (PostHog's insight API). */
export const restoreInsight = patchOperation(
	{
		value: 'restore',
		name: 'Restore',
		action: 'Restore insight',
		description:
			'Take a deleted insight back out of the trash; give its ID, because lists leave it out',
		parameters: ['project', 'insight'],
		options: [...OUTPUT_OPTIONS, 'simplify'],
	},
	() => ({ deleted: false }),
);
