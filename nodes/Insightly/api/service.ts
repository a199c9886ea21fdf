import { rateSetting } from '../../shared/request/rateSetting';
import { isObject, rowsOf } from '../../shared/request/rows';
import type { ApiService } from '../../shared/request/types';
import { insightlyBaseUrl } from './baseUrl';
import { errorText, explain } from './errors';

/** Published for every plan (Insightly API help page). */
export const REQUESTS_PER_SECOND = 10;

const PUBLISHED = { requests: REQUESTS_PER_SECOND, perMs: 1_000 };

/** Some clients saw refusals below the published rate when many requests ran at once (*observed*). */
const MAX_IN_FLIGHT = 6;

/** Insightly API v3.1, as the request engine has to know it. */
export const insightly: ApiService = {
	name: 'Insightly',
	credentialType: () => 'insightlyApi',
	baseUrl: ({ apiUrl }) => insightlyBaseUrl(apiUrl),
	limits: (credentials) => [rateSetting(credentials, 'requestsPerSecond', PUBLISHED)],
	maxInFlight: MAX_IN_FLIGHT,
	explain,
	errorText,
	answersWrite: (body) => rowsOf(body).every((row) => isObject(row) && hasField(row)),
};

/** Names of fields are in capitals everywhere (API specification), those of `{"Message": …}` are not. */
const hasField = (row: object): boolean =>
	Object.keys(row).some((name) => /^[A-Z\d_]+$/.test(name));
