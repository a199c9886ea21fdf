import { rateSetting } from '../../shared/request/rateSetting';
import type {
	ApiRequest,
	ApiResponse,
	ApiService,
	RateWindow,
	RequestContext,
} from '../../shared/request/types';
import { spotlerBaseUrl } from './baseUrl';
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
};

/** The node's Authentication parameter decides; it takes no expressions. */
function credentialType(context: RequestContext): string {
	return context.getNode().parameters.authentication === 'oAuth2' ? RENEWABLE : 'spotlerCrmApi';
}

/**
 * A log-in page with status 200 must not pass for data, so a JSON response has to be an object or a list. Reading one
 * record may give nothing at all ("the record or nothing", API v4 page), and so may DELETE.
 */
function isSuccess({ status, body }: ApiResponse, request: ApiRequest): boolean {
	if (status < 200 || status > 299) return false;
	if ((request.responseType ?? 'json') !== 'json') return true;
	if (body === '') return request.method === 'DELETE' || isReadOfOne(request);
	return typeof body === 'object' && body !== null && refusedStatus(body) === undefined;
}

const isReadOfOne = ({ method, path }: ApiRequest): boolean =>
	method === 'GET' && /^\/[^/]+\/\d+$/.test(path);
