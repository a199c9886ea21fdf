import { defaultSwitches, type SpotlerSwitches } from '../../../sandbox/spotler/switches';
import { factsOf, type Fact, type SwitchQuestions } from '../fact';
import * as access from './access';
import type { SpotlerAccount } from './account';
import * as pages from './pages';
import * as queries from './queries';
import * as shapes from './shapes';
import * as writes from './writes';

const switches: SwitchQuestions<SpotlerSwitches, SpotlerAccount> = {
	deniesMore: pages.deniesMore,
	extraTotal: pages.extraTotal,
	pageBase: pages.pageBase,
	pageZero: pages.pageZero,
	pastEnd: pages.pastEnd,
	omitHasMore: pages.omitHasMore,
	omitTotal: pages.omitTotal,
	maxLimit: pages.maxLimit,
	largestPage: pages.largestPage,
	unknownField: queries.unknownField,
	idComparison: queries.idComparison,
	caseSensitive: queries.caseSensitive,
	escapedSlashes: shapes.escapedSlashes,
	dictionary: shapes.dictionary,
	lookup: shapes.lookup,
	linesAt: shapes.linesAt,
	values: shapes.values,
	shortLists: shapes.shortLists,
	missingRecord: shapes.missingRecord,
	dateHeader: shapes.dateHeader,
	namesFiles: shapes.namesFiles,
	authFailure: access.authFailure,
	gated: access.gated,
	planGate: access.planGate,
	patchStatus: writes.patchStatus,
	deleteBody: writes.deleteBody,
	unlisted: writes.unlisted,
	timeZone: writes.timeZone,
	callLimit: access.callLimit,
	callLimitStatus: access.callLimitStatus,
};

/** Every uncertain fact about the Spotler CRM API: those with a switch, and those that the nodes rely on without one. */
export const spotlerFacts: ReadonlyArray<Fact<SpotlerAccount>> = [
	{ name: 'nestedLists', sandbox: 'works', ...queries.nestedLists },
	{ name: 'usersList', sandbox: 'works', ...queries.usersList },
	...factsOf<SpotlerSwitches, SpotlerAccount>(switches, defaultSwitches()),
];
