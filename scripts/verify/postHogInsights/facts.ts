import { defaultSwitches, type PostHogSwitches } from '../../../sandbox/posthog/switches';
import { factsOf, type Fact, type SwitchQuestions } from '../fact';
import type { PostHogAccount } from './account';
import * as reads from './reads';
import * as writes from './writes';

const switches: SwitchQuestions<PostHogSwitches, PostHogAccount> = {
	largestPage: reads.largestPage,
	pagesTell: reads.pagesTell,
	shortIdInPath: reads.shortIdInPath,
	createdDateFilter: reads.createdDateFilter,
	sharingAccessLevel: reads.sharingAccessLevel,
	csvErrors: reads.csvErrors,
	queryEndpoint: reads.queryEndpoint,
	dateHeader: reads.dateHeader,
	unknownQuery: reads.unknownQuery,
	pastLastPage: reads.pastLastPage,
	forceAsyncResult: reads.forceAsyncResult,
	failedStatus: writes.failedStatus,
	knowsAsyncExceptOnCacheMiss: writes.knowsAsyncExceptOnCacheMiss,
	queryMovesLastModified: writes.queryMovesLastModified,
	publicSharing: writes.publicSharing,
	sharingPasswords: writes.sharingPasswords,
	exportWaits: writes.exportWaits,
	rateLimits: reads.rateLimits,
};

/** Every uncertain fact about PostHog's API: those with a switch, and those that the nodes rely on without one. */
export const postHogFacts: ReadonlyArray<Fact<PostHogAccount>> = [
	{ name: 'lastViewed', sandbox: 'status 403', ...reads.lastViewed },
	{ name: 'deleting', sandbox: '405 without a body', ...writes.deleting },
	...factsOf<PostHogSwitches, PostHogAccount>(switches, defaultSwitches()),
];
