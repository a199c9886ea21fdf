import type {
	Failure,
	IDataObject,
	IExecuteFunctions,
	IExecuteSingleFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	ICredentialDataDecryptedObject,
} from 'n8n-workflow';

/** Every n8n context in which a service is called: a node run (both doors), a form that loads options, a poll. */
export type RequestContext =
	| IExecuteFunctions
	| IExecuteSingleFunctions
	| ILoadOptionsFunctions
	| IPollFunctions;

/** One HTTP request as the tables describe it: relative to the service's base URL, not yet authenticated. */
export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Starts with a slash; every variable part is already URL-encoded. */
	path: string;
	query?: IDataObject;
	body?: IHttpRequestOptions['body'];
	headers?: IDataObject;
	/** What the answer's body is wanted as. Default: JSON. `stream` passes large files on piece by piece. */
	responseType?: 'json' | 'binary' | 'text' | 'stream';
	/** The service answers this write without a body. Default: only deletions may be answered so. */
	answersNothing?: boolean;
	/** What a right answer looks like, for JSON; any other is not taken for one. Default: an object or a list. */
	accepts?(body: unknown): boolean;
	/** Milliseconds until the request is given up. Default: the service's, or what the user set on the node. */
	timeoutMs?: number;
	/** For the rare write that may be sent twice without harm (a search by POST). Reads always are. */
	idempotent?: boolean;
}

/** One HTTP answer, whatever its status. */
export interface ApiResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON, text when it was not JSON, a Buffer or a stream where that was wanted, '' when empty. */
	body: unknown;
}

/** What went wrong, in words for the person who reads the execution. */
export interface ApiFailure {
	/** What happened. */
	message: string;
	/** What to do about it; also carries the service's own words. */
	description?: string;
	/** For n8n's poll back-off: whether waiting, a new key or a new setting helps. */
	cause?: Failure['cause'];
	/** False: never sent again, whatever the status says. True: the server said that it did not act. */
	retryable?: boolean;
}

/** At most `requests` starts in any `perMs` milliseconds. */
export interface RateWindow {
	requests: number;
	perMs: number;
}

/** The few facts about a service that the request engine has to know. */
export interface ApiService {
	/** As users know it, for messages. */
	name: string;
	/** Credential type, in case of several the one that the node's parameters choose. */
	credentialType(context: RequestContext): string;
	/** Absolute base URL without a trailing slash; throws a readable message for an address that cannot be right. */
	baseUrl(credentials: ICredentialDataDecryptedObject): string;
	/** Rate limits of one account. */
	limits(credentials: ICredentialDataDecryptedObject): RateWindow[];
	/** Requests under way at once per account. */
	maxInFlight: number;
	headers?: IDataObject;
	/** The service's own readings of an answer that is not a success; undefined leaves it to the general table. */
	explain(response: ApiResponse, request: ApiRequest): ApiFailure | undefined;
	/** The service's own words in an error body, if there are any. */
	errorText(response: ApiResponse): string | undefined;
	/**
	 * Statuses that tell n8n to renew an OAuth2 token and send the request once more, for credential types that have one
	 * to renew. Default: none.
	 */
	renewsTokenOn?(credentialType: string): number[] | undefined;
	/** Reads that the service may answer with nothing at all, where there is nothing. Default: none. */
	mayAnswerNothing?(request: ApiRequest): boolean;
	/** Whether JSON says what became of a write; any other leaves that open. Default: any object or list. */
	answersWrite?(body: object, request: ApiRequest): boolean;
	/** What a 2xx answer has to be besides data of the kind that was asked for. Default: nothing more. */
	isSuccess?(response: ApiResponse, request: ApiRequest): boolean;
}
