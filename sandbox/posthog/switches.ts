/** Where the public documents are silent, disagree or differ by version: both readings, switchable at any moment. */
export interface PostHogSwitches extends ListFaults {
	/** Whether `:id` of insight routes may be a short ID; older self-hosted versions take numbers only. */
	shortIdInPath: boolean;
	/** Whether the list knows created_date_from, last_viewed_date_from and their ends; without it they are ignored. */
	createdDateFilter: boolean;
	/** What a finished computation that went wrong leaves behind: nothing (newer), or its status with the text. */
	failedStatus: 'dropped' | 'kept';
	/** Whether force_async answers without the old result (newer), or with it. */
	forceAsyncResult: 'null' | 'stale';
	/** Whether async_except_on_cache_miss is known; if not, it counts as force_cache. */
	knowsAsyncExceptOnCacheMiss: boolean;
	/** Whether changing only the query moves last_modified_at; off by default. */
	queryMovesLastModified: boolean;
	/** Whether answers carry user_access_level in sharing objects (newest versions). */
	sharingAccessLevel: boolean;
	/** Whether refusals of requests for CSV come as CSV. */
	csvErrors: boolean;
	/** Whether the organisation has the paid feature for passwords on shared insights. */
	sharingPasswords: boolean;
	/** Whether the organisation allows public sharing at all. */
	publicSharing: boolean;
	/** Whether the server can list projects and answer queries under the key's own scopes; off: 404, as old versions. */
	queryEndpoint: boolean;
	/** Whether a request for a file is answered when the file is there (newest), or at once. */
	exportWaits: boolean;
	/** Whether answers carry the Date header, by the sandbox clock. */
	dateHeader: boolean;
	/** Whether unknown query parameters are refused (stricter than the service) or ignored. Both are counted. */
	unknownQuery: 'refuse' | 'ignore';
	/** Whether requests are counted against limits: cloud yes, self-hosted usually not. */
	rateLimits: boolean;
	/** Answer to a page of the activity log past its end: 404, or an empty page. */
	pastLastPage: 404 | 'empty';
}

/** How lists go wrong on purpose: nothing that an account could be asked about. */
export interface ListFaults {
	/** The most insights that a page of their list holds, whatever limit was asked for. */
	largestPage: number;
	/** What a page of the list of insights tells besides its rows. */
	pagesTell: 'count and next' | 'count' | 'next' | 'nothing';
}

/** The default reading of every switch. */
export function defaultSwitches(): PostHogSwitches {
	return {
		shortIdInPath: true,
		createdDateFilter: true,
		failedStatus: 'dropped',
		forceAsyncResult: 'null',
		knowsAsyncExceptOnCacheMiss: true,
		queryMovesLastModified: false,
		sharingAccessLevel: true,
		csvErrors: true,
		sharingPasswords: true,
		publicSharing: true,
		queryEndpoint: true,
		exportWaits: true,
		dateHeader: true,
		unknownQuery: 'refuse',
		rateLimits: true,
		largestPage: 100_000,
		pagesTell: 'count and next',
		pastLastPage: 404,
	};
}
