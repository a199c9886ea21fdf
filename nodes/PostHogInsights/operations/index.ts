import type { Operation } from '../../shared/operations/types';
import { cancelQuery } from './cancelQuery';
import { createInsight } from './create';
import { createPassword } from './createPassword';
import { deleteInsight } from './delete';
import { deletePassword } from './deletePassword';
import { disableSharing } from './disableSharing';
import { enableSharing } from './enableSharing';
import { getInsight } from './get';
import { getActivity } from './getActivity';
import { getLastViewed } from './getLastViewed';
import { getManyInsights } from './getMany';
import { getPicture } from './getPicture';
import { getResult } from './getResult';
import { getSharing } from './getSharing';
import { markViewed } from './markViewed';
import { restoreInsight } from './restore';
import { rotateToken } from './rotateToken';
import { updateInsight } from './update';

export const insightOperations: readonly Operation[] = [
	cancelQuery,
	createInsight,
	deleteInsight,
	getInsight,
	getLastViewed,
	getManyInsights,
	getPicture,
	getResult,
	markViewed,
	restoreInsight,
	updateInsight,
];

export const activityOperations: readonly Operation[] = [getActivity];

export const sharingOperations: readonly Operation[] = [
	createPassword,
	deletePassword,
	disableSharing,
	enableSharing,
	getSharing,
	rotateToken,
];
