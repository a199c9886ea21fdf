/**
 * Where the public documents are silent or disagree: both readings, switchable at any moment.
 * The first value named is the default unless said otherwise.
 */
export interface InsightlySwitches extends ListFaults {
	/** Body of a refusal: plain text (observed once), or `{"Message": …}` for every refusal. */
	errorBodies: 'text' | 'json';
	/** Status of a PUT on a record: 200 (observed), or 201 (document). */
	putStatus: 200 | 201;
	/** Status of a GET below a record: 200, or the document's, which is 201 for some. */
	nestedGetStatus: 200 | 'documented';
	/** Answer to an outdated If-Match: 400 (observed), or 412 (prose). */
	ifMatchStatus: 400 | 412;
	/** Body of PUT …/Tags, …/Dates and …/EmailDomains. `object` replaces the whole collection by that one. */
	tagsPutShape: 'either' | 'array' | 'object';
	/** Whether a record changed in the very second of `updated_after_utc` is left out. */
	updatedAfter: 'exclusive' | 'inclusive';
	/** Retry-After on a 429 for going over the second. */
	retryAfter: boolean;
	/** Retry-After (rest of the day) on a 429 for going over the day; off by default. */
	retryAfterOnDailyLimit: boolean;
	/** Whether /Leads and its searches show converted leads. */
	convertedLeadsListed: boolean;
	/** What becomes of custom fields that a PUT does not name. */
	customFieldsOnPut: 'merge' | 'replace';
	/** Where an ETag is given. `property` is a key named ETag on each record. */
	etagAs: 'both' | 'header' | 'property' | 'none';
	/** Whether tags, links, notes, files and the like change DATE_UPDATED_UTC of their record; off by default. */
	childChangesBumpParent: boolean;
	/** Whether lists cut note bodies at 100 characters, as v1 did; off by default. */
	noteBodiesTruncated: boolean;
	/** Whether a new record says it was updated a second after it was created (observed once); off by default. */
	createdUpdatedSkew: boolean;
	/** Features of the subscription. `professional`: products and quotes 404, service and community 403 (observed). */
	planGates: 'none' | 'professional';
	/** Collections that the key's user may not see: 403. Names as in the path. */
	denied: string[];
	/** Whether the key's user is an administrator; members get 403 on the user list and on writing categories. */
	keyOwner: 'administrator' | 'member';
	/** Whether answers carry the Date header, by the sandbox clock. */
	dateHeader: boolean;
	/** Whether letter case counts in paths; off by default. */
	caseSensitive: boolean;
	/** Whether PUT /Contacts/{id} is taken beside PUT /Contacts; off by default. */
	putWithIdInPath: boolean;
	/** Whether unknown query parameters are refused (stricter than the service) or ignored. Both are counted. */
	unknownQuery: 'refuse' | 'ignore';
	/** Whether LINKS in a POST body make links. */
	linksInBody: 'ignored' | 'honoured';
	/** Answer to a POST below a record: lists where the document says so, or always, or never. */
	nestedCreateAnswer: 'documented' | 'array' | 'object';
	/** Answer of /CustomFields/{object}/Search. */
	customFieldSearchAnswer: 'array' | 'object';
	/** Whether fields that the document requires but the service was seen to fill in may be left out. */
	serverDefaults: 'filled' | 'required';
	/** Dates in bodies: the documented `yyyy-MM-dd HH:mm:ss` alone, or ISO 8601 as well. */
	dateInput: 'documented' | 'iso';
	/** Whether POST answers 402 because the plan's records or storage are used up; off by default. */
	planFull: boolean;
}

/** How lists go wrong on purpose: nothing that an account could be asked about. */
export interface ListFaults {
	/** The most records that a page holds, whatever `top` was asked for. */
	largestPage: number;
	/** X-Total-Count of a counted list: its matches, those of the page alone, or no such header. */
	totalHeader: 'matches' | 'page' | 'none';
	/** Added to the total: services were seen to count what they do not show. */
	extraTotal: number;
}

/** The default reading of every switch. */
export function defaultSwitches(): InsightlySwitches {
	return {
		errorBodies: 'text',
		putStatus: 200,
		nestedGetStatus: 200,
		ifMatchStatus: 400,
		tagsPutShape: 'either',
		updatedAfter: 'exclusive',
		retryAfter: true,
		retryAfterOnDailyLimit: false,
		convertedLeadsListed: true,
		customFieldsOnPut: 'merge',
		etagAs: 'both',
		childChangesBumpParent: false,
		noteBodiesTruncated: false,
		createdUpdatedSkew: false,
		planGates: 'none',
		denied: [],
		keyOwner: 'administrator',
		dateHeader: true,
		caseSensitive: false,
		putWithIdInPath: false,
		unknownQuery: 'refuse',
		linksInBody: 'ignored',
		nestedCreateAnswer: 'documented',
		customFieldSearchAnswer: 'array',
		serverDefaults: 'filled',
		dateInput: 'documented',
		largestPage: 500,
		totalHeader: 'matches',
		extraTotal: 0,
		planFull: false,
	};
}
