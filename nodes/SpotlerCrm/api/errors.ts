import { isObject } from '../../shared/request/rows';
import type { ApiFailure, ApiRequest, ApiResponse } from '../../shared/request/types';

/** Sources disagree on how a bad token is answered: 402 (API v4 page), 403 (*observed* once), 401 (usual). */
export const TOKEN_REFUSED = [401, 402, 403];

/** The status inside the body of a refusal, should one come as a success: `{type, code, message}` and nothing else. */
export function refusedStatus(body: object): number | undefined {
	if (!('code' in body) || !('message' in body) || 'record' in body || 'list' in body)
		return undefined;
	const code = Number(body.code);
	return code >= 300 && code < 600 ? code : undefined;
}

/** Error bodies are JSON with a `message` (API v4 page). */
export function errorText({ body }: ApiResponse): string | undefined {
	if (typeof body === 'string') return body;
	const message = isObject(body) ? body.message : undefined;
	return typeof message === 'string' ? message : undefined;
}

/** The API's own readings of an answer that is not a success; undefined leaves it to the general table. */
export function explain(response: ApiResponse, request: ApiRequest): ApiFailure | undefined {
	const said = errorText(response) ?? '';
	const { status, body } = response;
	const inside = status < 300 && typeof body === 'object' && body ? refusedStatus(body) : undefined;
	if (inside !== undefined) return explain({ ...response, status: inside }, request);
	if (status < 300) return undefined;
	if (isCallLimit(response, said)) return CALL_LIMIT;
	if (status >= 300 && status < 400) return LOG_IN_REDIRECT;
	if (TOKEN_REFUSED.includes(status)) return TOKEN_OR_RIGHTS;
	if (status === 400 && request.query?.order !== undefined) return BAD_FILTER;
	if (status === 404) return notFound(request);
	if (status === 422) return invalidValues(response);
	// An object name that does not exist answers 500 (API v4 page): trying again changes nothing.
	if (status === 500 && /invalid record type/i.test(said)) return unknownObject(request);
	return undefined;
}

/** What is answered at the call limit of the subscription is not known: 429 or one of the refusals, by its words. */
const isCallLimit = ({ status, headers }: ApiResponse, said: string): boolean =>
	[402, 403, 429].includes(status) &&
	headers['retry-after'] === undefined &&
	/(call|usage|api|request)s? limit|limit (is |was |has been )?(reached|exceeded)/i.test(said);

const CALL_LIMIT: ApiFailure = {
	message: 'The API calls of your Spotler CRM subscription are used up',
	description:
		'See Settings, Integrations, API V4 in Spotler CRM for the limit. Run the workflow less often, or ask Spotler for more calls.',
	cause: 'quota-exhausted',
	retryable: false,
};

const LOG_IN_REDIRECT: ApiFailure = {
	message: 'Spotler CRM sent the request on to a log-in page, which was not followed',
	description:
		'The access token is missing, expired or revoked, or the address in the credential is not that of API v4. Make a new token under Settings, Integrations, API V4 in Spotler CRM.',
	cause: 'credential-invalid',
};

const TOKEN_OR_RIGHTS: ApiFailure = {
	message: 'Spotler CRM did not accept the access token, or its user may not do this',
	description:
		'Check the token in the credential (Settings, Integrations, API V4 in Spotler CRM; API access has to be enabled for its user). If other operations work, the user lacks the right or your plan does not include this object.',
	cause: 'credential-invalid',
};

const BAD_FILTER: ApiFailure = {
	message: 'Spotler CRM did not accept the filter or the order',
	description:
		'Every field in it has to exist in the data dictionary of the object. Check their names, and that the values fit them.',
};

function notFound(request: ApiRequest): ApiFailure {
	const hasId = /\/\d+(\/|$)/.test(request.path);
	return {
		message: hasId ? 'Spotler CRM has no such record' : 'Spotler CRM does not offer this here',
		description: hasId
			? `Check the ID in "${request.path}". The record may have been deleted, or the user of the token may not see it.`
			: `"${request.path}" was not found: the object is probably not part of your plan, or its name is spelt differently.`,
		cause: 'configuration-invalid',
	};
}

function unknownObject({ path }: ApiRequest): ApiFailure {
	const [, first, second] = path.split('/');
	const object = ['datadictionary', 'lookup'].includes(first) && second ? second : first;
	return {
		message: `Spotler CRM has no object "${decodeURIComponent(object)}"`,
		description:
			'Give the name as it stands in addresses of the API: plural, lower case, such as policies.',
		cause: 'configuration-invalid',
		retryable: false,
	};
}

function invalidValues({ body }: ApiResponse): ApiFailure {
	const lines = validationLines(isObject(body) ? body.validation : undefined);
	return {
		message: 'Spotler CRM did not accept the values that were sent',
		description:
			lines.length > 0 ? lines.join('\n') : 'Check the fields of this item and run it again.',
	};
}

/** More than this of a refusal is not quoted. */
const MOST_LINES = 40;
const LONGEST_LINE = 300;

/**
 * `validation` as lines such as `accountid: Required`:
 *
 * `{"accountid": [{"Required": []}], "name": [{"Max": ["255"]}]}` (API v4 page shows `Required`); plain texts are taken
 * as well.
 */
function validationLines(validation: unknown): string[] {
	if (typeof validation !== 'object' || validation === null) return [];
	const lines = Object.entries(validation).flatMap(([field, rules]) =>
		ruleTexts(rules).map((rule) => `${field}: ${rule}`.slice(0, LONGEST_LINE)),
	);
	return lines.slice(0, MOST_LINES);
}

function ruleTexts(rule: unknown): string[] {
	if (Array.isArray(rule)) return rule.flatMap(ruleTexts);
	if (!isObject(rule)) return [String(rule)];
	return Object.entries(rule).map(([name, parameters]) => {
		const list = (Array.isArray(parameters) ? parameters : [parameters]).map(shownParameter);
		return list.length === 0 ? name : `${name} (${list.join(', ')})`;
	});
}

const shownParameter = (parameter: unknown): string =>
	typeof parameter === 'object' ? JSON.stringify(parameter) : String(parameter);
