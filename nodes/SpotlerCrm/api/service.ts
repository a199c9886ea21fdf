import { rateSetting } from '../../shared/request/rateSetting';
import type {
	ApiRequest,
	ApiResponse,
	ApiService,
	RateWindow,
	RequestContext,
} from '../../shared/request/types';
import { spotlerBaseUrl } from './baseUrl';
import { idOf, recordIn } from './envelope';
import { errorText, explain, refusedStatus, TOKEN_REFUSED } from './errors';

/** The vendor publishes no rate, only a call limit per subscription; this is a courtesy. */
const COURTESY_RATE: RateWindow = { requests: 10, perMs: 1_000 };

const MAX_IN_FLIGHT = 4;

/** Files are larger than records. Milliseconds. */
export const FILE_TIMEOUT_MS = 300_000;

const RENEWABLE: string = 'spotlerCrmOAuth2Api';

/** Spotler CRM API v4, as the request engine has to know it. */
export const spotlerCrm: ApiService = {
	name: 'Spotler CRM',
	credentialType,
	baseUrl: ({ baseUrl }) => spotlerBaseUrl(baseUrl),
	limits: (credentials) => [rateSetting(credentials, 'requestsPerSecond', COURTESY_RATE)],
	maxInFlight: MAX_IN_FLIGHT,
	renewsTokenOn: (type) => (type === RENEWABLE ? TOKEN_REFUSED : undefined),
	explain,
	errorText,
	isSuccess,
	answersWrite,
	mayAnswerNothing: isReadOfOne,
};

/** A write gives its record in an envelope, or the values that were added to a list (API v4 page). */
function answersWrite(body: object, { path }: ApiRequest): boolean {
	if ('items' in body) return Array.isArray(body.items);
	const id = idOf(recordIn(body));
	const asked = RECORD_PATH.exec(path)?.[1];
	return id !== undefined && (asked === undefined || asked === id);
}

const RECORD_PATH = /^\/[^/]+\/(\d+)$/;

/** The node's Authentication parameter decides; it takes no expressions. */
function credentialType(context: RequestContext): string {
	return context.getNode().parameters.authentication === 'oAuth2' ? RENEWABLE : 'spotlerCrmApi';
}

/** A refusal may come with the status of a success, should the one in its body be the only one. */
function isSuccess({ status, body }: ApiResponse, request: ApiRequest): boolean {
	if (status < 200 || status > 299) return false;
	if ((request.responseType ?? 'json') !== 'json') return true;
	return typeof body !== 'object' || body === null || refusedStatus(body) === undefined;
}

/** Reading one record may give nothing at all ("the record or nothing", API v4 page). */
function isReadOfOne({ method, path }: ApiRequest): boolean {
	return method === 'GET' && RECORD_PATH.test(path);
}
