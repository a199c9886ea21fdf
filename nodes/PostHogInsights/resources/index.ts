import type { Resource } from '../../shared/operations/types';
import { activityOperations, insightOperations, sharingOperations } from '../operations';
import { activity } from './activity';
import { insight } from './insight';
import { sharing } from './sharing';

/** Everything in the node's Resource list. */
export const resources: readonly Resource[] = [
	{ ...activity, operations: activityOperations },
	{ ...insight, operations: insightOperations },
	{ ...sharing, operations: sharingOperations },
];
