import { insightPath, type InsightRef } from './insight';
import { projectPath } from './project';
import type { ResourceHead } from './types';

export const activity: ResourceHead = {
	value: 'activity',
	name: 'Activity',
	description: 'Who changed which insight, and what',
};

/** What can happen to an insight, as its activity log calls it (PostHog's activity log and sharing API). */
export const ACTIVITIES = [
	'access token refreshed',
	'created',
	'deleted',
	'exported for opengraph image',
	'restored',
	'share_login_failed',
	'share_login_success',
	'sharing disabled',
	'sharing enabled',
	'updated',
] as const;

/** Path of the log of all insights of a project. */
export const projectActivityPath = (project: string): string =>
	projectPath(project, '/insights/activity/');

/** Path of the log of one insight. */
export const insightActivityPath = (ref: InsightRef): string => insightPath(ref, 'activity/');
