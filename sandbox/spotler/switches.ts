/**
 * Where the public documents are silent or disagree: both readings, switchable at any moment.
 * The first value named is the default unless said otherwise.
 */
export interface SpotlerSwitches extends ListFaults {
	/** Whether `page=1` is the first block (clients at work) or the second one (the document, read literally). */
	pageBase: 1 | 0;
	/** What `page=0` gives on a server that counts from one. */
	pageZero: 'clamp' | 'empty' | '400';
	/** A page behind the last one: an empty list, or 404 ("record or page not found"). */
	pastEnd: 'empty' | '404';
	/** Whether lists leave `has_more` out. */
	omitHasMore: boolean;
	/** Whether lists leave `total_count` out. */
	omitTotal: boolean;
	/** What a limit above 100 does. */
	maxLimit: 'clamp' | '422';
	/** The most records that a page holds, whatever limit was asked for. */
	largestPage: number;
	/** How a bad token is answered. */
	authFailure: 402 | 403 | 401 | 301;
	/** How objects are answered that the plan lacks. */
	planGate: 402 | 403 | 404;
	/** Names of objects that the plan lacks; none by default. */
	gated: string[];
	/** A record that is not there: 404, 200 with `{}`, 200 with `{"record": null}`, or 200 without a body. */
	missingRecord: '404' | 'empty object' | 'null record' | 'empty';
	/** Status of a PATCH. */
	patchStatus: 200 | 201;
	/** Body of DELETE. */
	deleteBody: 'object' | 'empty';
	/** Whether slashes in JSON are escaped, as the document's success check shows. */
	escapedSlashes: boolean;
	/** Shape of the data dictionary; `useless` has nothing in it, `refused` is a 404. */
	dictionary: DictionaryShape;
	/** Shape of a lookup list. */
	lookup: LookupShape;
	/** Where opportunity lines are put. */
	linesAt: 'record' | 'item';
	/** How flags and empty texts come: as they are stored, or mixed ("1", null for ''). */
	values: 'plain' | 'mixed';
	/** Whether lists leave out fields that single records have. */
	shortLists: boolean;
	/** IANA zone that dates are written in. */
	timeZone: string;
	/** How many calls are let through in all; 0 for no limit. */
	callLimit: number;
	/** Status at the call limit. */
	callLimitStatus: 429 | 402;
	/** A field in `q` or `order` that the object does not have. Counted either way. */
	unknownField: '400' | 'ignore';
	/** What comparing IDs in `q` does: `ignore` leaves such a condition out. */
	idComparison: 'works' | 'ignore';
	/** Whether letter case counts in comparisons. */
	caseSensitive: boolean;
	/** Values that are not in a field's lookup list: taken as they are, or 422. */
	unlisted: 'accept' | '422';
	/** Whether files come with a name in Content-Disposition. */
	namesFiles: boolean;
	/** Whether answers carry the Date header, by the sandbox clock. */
	dateHeader: boolean;
}

export type DictionaryShape =
	| 'list'
	| 'array'
	| 'records'
	| 'fields'
	| 'items'
	| 'data'
	| 'record'
	| 'keyed'
	| 'keyed types'
	| 'useless'
	| 'refused';

export type LookupShape = 'items' | 'array' | 'list' | 'texts' | 'records' | 'keyed';

/** How lists go wrong on purpose: nothing that an account could be asked about. */
export interface ListFaults {
	/** Added to the total: services were seen to count what they do not show. */
	extraTotal: number;
	/** Whether every page says that it is the last one. */
	deniesMore: boolean;
}

/** The default reading of every switch. */
export function defaultSwitches(): SpotlerSwitches {
	return {
		pageBase: 1,
		pageZero: 'clamp',
		pastEnd: 'empty',
		omitHasMore: false,
		omitTotal: false,
		extraTotal: 0,
		deniesMore: false,
		maxLimit: 'clamp',
		largestPage: 100,
		authFailure: 402,
		planGate: 402,
		gated: [],
		missingRecord: '404',
		patchStatus: 200,
		deleteBody: 'object',
		escapedSlashes: true,
		dictionary: 'list',
		lookup: 'items',
		linesAt: 'record',
		values: 'plain',
		shortLists: true,
		timeZone: 'UTC',
		callLimit: 0,
		callLimitStatus: 429,
		unknownField: '400',
		idComparison: 'works',
		caseSensitive: false,
		unlisted: 'accept',
		namesFiles: true,
		dateHeader: true,
	};
}
