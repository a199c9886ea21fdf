import type { Resource } from '../../shared/operations/types';
import { getActivity } from '../operations/activity';
import { cancelQuery } from '../operations/cancelQuery';
import { getInsight } from '../operations/getInsight';
import { getManyInsights } from '../operations/getManyInsights';
import { getResult } from '../operations/getResult';
import {
	createPassword,
	deletePassword,
	disableSharing,
	enableSharing,
	getSharing,
	rotateToken,
} from '../operations/sharing';
import { getLastViewed, markViewed } from '../operations/viewed';
import {
	createInsight,
	deleteInsight,
	restoreInsight,
	updateInsight,
} from '../operations/writeInsight';

const insight: Resource = {
	value: 'insight',
	name: 'Insight',
	description: 'Saved trends, funnels, retention, paths, SQL and the like, and their results',
	operations: [
		cancelQuery,
		createInsight,
		deleteInsight,
		getInsight,
		getLastViewed,
		getManyInsights,
		getResult,
		markViewed,
		restoreInsight,
		updateInsight,
	],
};

const activity: Resource = {
	value: 'activity',
	name: 'Activity',
	description: 'Who changed which insight, and what',
	operations: [getActivity],
};

const sharing: Resource = {
	value: 'sharing',
	name: 'Sharing',
	description: 'Public addresses and passwords of insights',
	operations: [
		createPassword,
		deletePassword,
		disableSharing,
		enableSharing,
		getSharing,
		rotateToken,
	],
};

/** Everything in the node's Resource list. */
export const resources: readonly Resource[] = [activity, insight, sharing];
