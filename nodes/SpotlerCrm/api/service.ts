import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type {
	ApiRequest,
	ApiResponse,
	ApiService,
	RequestContext,
} from '../../shared/request/types';
import { spotlerBaseUrl } from './baseUrl';
import { errorText, explain, refusedStatus, TOKEN_REFUSED } from './errors';

/** The vendor publishes no rate, only a call limit per subscription; this is a courtesy. */
export const REQUESTS_PER_SECOND = 10;

const MAX_IN_FLIGHT = 4;

const RENEWABLE: string = 'spotlerCrmOAuth2Api';

/** Spotler CRM API v4, as the request engine has to know it. */
export const spotlerCrm: ApiService = {
	name: 'Spotler CRM',
	credentialType,
	baseUrl: ({ baseUrl }) => spotlerBaseUrl(baseUrl),
	limits: (credentials) => [{ requests: requestsPerSecond(credentials), perMs: 1_000 }],
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

function requestsPerSecond({ requestsPerSecond }: ICredentialDataDecryptedObject): number {
	const wanted = Number(requestsPerSecond);
	return Number.isFinite(wanted) && wanted >= 1 ? Math.floor(wanted) : REQUESTS_PER_SECOND;
}

/**
 * A log-in page with status 200 must not pass for data, so a JSON answer has to be an object or a list. Reading one
 * record may answer nothing at all ("the record or nothing", API v4 page), and so may DELETE.
 */
function isSuccess({ status, body }: ApiResponse, request: ApiRequest): boolean {
	if (status < 200 || status > 299) return false;
	if ((request.responseType ?? 'json') !== 'json') return true;
	if (body === '') return request.method === 'DELETE' || isReadOfOne(request);
	return typeof body === 'object' && body !== null && refusedStatus(body) === undefined;
}

const isReadOfOne = ({ method, path }: ApiRequest): boolean =>
	method === 'GET' && /^\/[^/]+\/\d+$/.test(path);
