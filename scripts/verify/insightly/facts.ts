import { defaultSwitches, type InsightlySwitches } from '../../../sandbox/insightly/switches';
import { factsOf, type Fact, type SwitchQuestions } from '../fact';
import type { InsightlyAccount } from './account';
import * as lists from './lists';
import * as reads from './reads';
import * as writes from './writes';

const switches: SwitchQuestions<InsightlySwitches, InsightlyAccount> = {
	largestPage: lists.largestPage,
	totalHeader: lists.totalHeader,
	extraTotal: lists.extraTotal,
	errorBodies: reads.errorBodies,
	nestedGetStatus: reads.nestedGetStatus,
	updatedAfter: reads.updatedAfter,
	etagAs: reads.etagAs,
	convertedLeadsListed: reads.convertedLeadsListed,
	noteBodiesTruncated: reads.noteBodiesTruncated,
	planGates: reads.planGates,
	denied: reads.denied,
	keyOwner: reads.keyOwner,
	dateHeader: reads.dateHeader,
	caseSensitive: reads.caseSensitive,
	unknownQuery: reads.unknownQuery,
	customFieldSearchAnswer: reads.customFieldSearchAnswer,
	planFull: writes.planFull,
	createdUpdatedSkew: writes.createdUpdatedSkew,
	putStatus: writes.putStatus,
	ifMatchStatus: writes.ifMatchStatus,
	putWithIdInPath: writes.putWithIdInPath,
	tagsPutShape: writes.tagsPutShape,
	customFieldsOnPut: writes.customFieldsOnPut,
	linksInBody: writes.linksInBody,
	nestedCreateAnswer: writes.nestedCreateAnswer,
	serverDefaults: writes.serverDefaults,
	dateInput: writes.dateInput,
	childChangesBumpParent: writes.childChangesBumpParent,
	retryAfter: reads.retryAfter,
	retryAfterOnDailyLimit: reads.retryAfterOnDailyLimit,
};

/** Every uncertain fact about the Insightly API: those with a switch, and those that the nodes rely on without one. */
export const insightlyFacts: ReadonlyArray<Fact<InsightlyAccount>> = [
	{ name: 'listOrder', sandbox: 'by ID', ...reads.listOrder },
	{ name: 'updatedAfterOnLists', sandbox: 'ignored', ...reads.updatedAfterOnLists },
	{ name: 'pluralOfSingular', sandbox: 'status 405', ...reads.pluralOfSingular },
	{ name: 'bareKey', sandbox: 'taken', ...reads.bareKey },
	{ name: 'totalCount', sandbox: 'given', ...reads.totalCount },
	{ name: 'dailyAllowance', sandbox: 'given', ...reads.dailyAllowance },
	...factsOf<InsightlySwitches, InsightlyAccount>(switches, defaultSwitches()),
];
