import { isIdempotent, TIMED_OUT } from './retry';
import type { ApiFailure, ApiRequest, ApiResponse, ApiService } from './types';

interface FailureRule {
	status: (status: number) => boolean;
	failure: (service: string) => ApiFailure;
}

const is =
	(...wanted: number[]) =>
	(status: number): boolean =>
		wanted.includes(status);

/** Read from top to bottom; the first row that fits speaks, unless the service has its own reading. */
const RULES: readonly FailureRule[] = [
	{
		status: (status) => status >= 300 && status < 400,
		failure: (service) => ({
			message: `${service} sent the request on to another address, which was not followed`,
			description:
				'Your key is only ever sent to the address in the credential. Check that this address is the one that the service shows you.',
			cause: 'configuration-invalid',
		}),
	},
	{
		status: is(400, 422),
		failure: (service) => ({
			message: `${service} did not accept the values that were sent`,
			description: 'Check the fields of this item and run it again.',
		}),
	},
	{
		status: is(401),
		failure: (service) => ({
			message: `${service} did not accept the credential`,
			description:
				'Check the key in the credential, and that it has not been regenerated or revoked.',
			cause: 'credential-invalid',
		}),
	},
	{
		status: is(402),
		failure: (service) => ({
			message: `${service} refused because a limit of your plan is reached`,
			description: 'Free up records or storage, or ask the account owner about the plan.',
			cause: 'quota-exhausted',
		}),
	},
	{
		status: is(403),
		failure: (service) => ({
			message: `${service} does not let this user do that`,
			description:
				'The user that the key belongs to lacks the permission, or the plan does not include this feature.',
			cause: 'configuration-invalid',
		}),
	},
	{
		status: is(404),
		failure: (service) => ({
			message: `${service} could not find what was asked for`,
			description:
				'Check the ID. The record may have been deleted, or the plan may not include it.',
			cause: 'configuration-invalid',
		}),
	},
	{
		status: is(405),
		failure: (service) => ({
			message: `${service} does not offer this operation`,
			description: 'The API may have changed. Check for a newer version of this package.',
			cause: 'node-defect',
		}),
	},
	{
		status: is(409),
		failure: (service) => ({
			message: `${service} refused because the record is in use or was changed meanwhile`,
			description: 'Look at the record in the service, then run the item again.',
		}),
	},
	{
		status: is(413),
		failure: (service) => ({
			message: `${service} refused because the content is too large`,
			description: 'Send a smaller file or fewer values.',
		}),
	},
	{
		status: is(429),
		failure: (service) => ({
			message: `${service} is receiving too many requests`,
			description: 'Run the workflow less often, or try again later.',
			cause: 'rate-limited',
		}),
	},
	{
		status: (status) => status >= 500,
		failure: (service) => ({
			message: `${service} could not process the request at the moment`,
			description: 'This usually passes. Try again in a few minutes.',
			cause: 'temporarily-unavailable',
		}),
	},
];

const ANYTHING_ELSE = (service: string, status: number): ApiFailure => ({
	message: `${service} gave an answer that was not expected (status ${status})`,
	description: 'Try again; if it stays so, check the address in the credential.',
});

const NOT_JSON = (service: string): ApiFailure => ({
	message: `${service} answered with something other than data`,
	description:
		'A proxy, a log-in page or a wrong address can be the reason, or the answer was cut off on its way. Check the address in the credential, then try again.',
	cause: 'temporarily-unavailable',
});

const NOT_ASKED_FOR = (service: string): ApiFailure => ({
	message: `${service} answered with something other than what was asked for`,
	description:
		'The answer is data, but not of this kind. A proxy, a wrong address or a fault of the service can be the reason. Check the address in the credential, then try again.',
	cause: 'temporarily-unavailable',
});

const ANSWER_LOST = (service: string): ApiFailure => ({
	message: `${service} took the change, but its answer was lost on its way`,
	description:
		'The change was probably made, so it was not sent again. Look at the record before you repeat it.',
	cause: 'temporarily-unavailable',
});

const ANSWER_OF_ANOTHER_KIND = (service: string): ApiFailure => ({
	message: `${service} answered, but its answer says nothing of the change`,
	description: PERHAPS_WRITTEN,
	cause: 'temporarily-unavailable',
});

/**
 * A success that brought no data: a page for people says nothing about a write, an empty answer that it was taken, and
 * JSON of another kind leaves it open.
 */
function withoutData(service: string, { body }: ApiResponse, request: ApiRequest): ApiFailure {
	const isJson = typeof body === 'object' && body !== null;
	const isPage = typeof body === 'string' && looksLikeHtml(body);
	if (isPage || isIdempotent(request)) {
		return isJson ? NOT_ASKED_FOR(service) : NOT_JSON(service);
	}
	const isEmpty = !isJson || Object.keys(body).length === 0;
	return isEmpty ? ANSWER_LOST(service) : ANSWER_OF_ANOTHER_KIND(service);
}

const looksLikeHtml = (text: string): boolean => /^\s*<(?:!doctype|html|\?xml)/i.test(text);

/** Nothing longer than this is shown of what a server said. */
const LONGEST_QUOTE = 500;

function quoted(service: ApiService, response: ApiResponse): string | undefined {
	const text = service.errorText(response)?.trim();
	if (!text || looksLikeHtml(text)) return undefined;
	return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** Longest reason that a message has room for. */
const SHORT_REASON = 200;

/**
 * Whether the service's words are the reason itself, such as "ORGANISATION_ID 999 does not exist". They belong into the
 * message then: agents and error outputs get nothing else.
 */
const isReason = (status: number, words: string): boolean =>
	[400, 409, 422].includes(status) && words.length <= SHORT_REASON && !words.includes('\n');

/**
 * Turns an answer that is not a success into what happened and what to do. The service's own reading comes before the
 * general table; its own words are quoted in front of the advice, never an HTML page.
 */
export function explainResponse(
	service: ApiService,
	response: ApiResponse,
	request: ApiRequest,
): ApiFailure {
	const general =
		RULES.find((rule) => rule.status(response.status))?.failure(service.name) ??
		(response.status < 300
			? withoutData(service.name, response, request)
			: ANYTHING_ELSE(service.name, response.status));
	const failure = honest(service.explain(response, request) ?? general, response, request);
	const words = response.status < 300 ? undefined : quoted(service, response);
	if (words === undefined || failure.message.includes(words)) return failure;
	if (isReason(response.status, words)) {
		return { ...failure, message: `${failure.message}: ${words}` };
	}
	const said = `${service.name} said: ${words}${/[.!?…]$/.test(words) ? '' : '.'}`;
	return { ...failure, description: [said, failure.description].filter(Boolean).join(' ') };
}

/** Of a write that may have been made, no advice leads to the same write once more. */
function honest(failure: ApiFailure, response: ApiResponse, request: ApiRequest): ApiFailure {
	if (!mayBeWritten(failure, response, request) || failure.message.includes('took the change')) {
		return failure;
	}
	return { ...failure, description: PERHAPS_WRITTEN };
}

function mayBeWritten(
	failure: ApiFailure,
	{ status, headers, body }: ApiResponse,
	request: ApiRequest,
): boolean {
	if (isIdempotent(request) || failure.retryable !== undefined) return false;
	// The service says itself that it refused, in an answer that looks like a success.
	if (status < 300) return typeof body === 'string';
	if (status === 503 && headers['retry-after'] !== undefined) return false;
	return status === 408 || status >= 500;
}

const CONNECTION_FAILURES: Record<string, (host: string) => ApiFailure> = {
	ENOTFOUND: (host) => ({
		message: `There is no server at ${host}`,
		description: 'Check the address in the credential for a typing slip.',
		cause: 'configuration-invalid',
	}),
	EAI_AGAIN: (host) => ({
		message: `The address of ${host} could not be looked up`,
		description:
			'Check the address in the credential for a typing slip, and that this n8n can reach the internet.',
		cause: 'temporarily-unavailable',
	}),
	ECONNREFUSED: (host) => ({
		message: `${host} refused the connection`,
		description: 'Check the address and port in the credential, and that the server is running.',
		cause: 'temporarily-unavailable',
	}),
	PLAIN: (host) => ({
		message: `${host} does not speak https`,
		description:
			'Check the address and port in the credential. If the server is your own and has no certificate, write http:// in front of the address.',
		cause: 'configuration-invalid',
	}),
	CERTIFICATE: (host) => ({
		message: `The certificate of ${host} could not be trusted`,
		description:
			'Check the address in the credential. A proxy that inspects traffic can also be the reason.',
		cause: 'configuration-invalid',
	}),
};

const CERTIFICATE_CODES = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/;

/** What a server that only speaks http makes of the first bytes of https. */
const PLAIN_CODES = /EPROTO|WRONG_VERSION_NUMBER/;

/** What to say when there was no answer at all. `isWrite`: whether something may have been written. */
export function explainBroken(
	code: string | undefined,
	host: string,
	isWrite: boolean,
	proxy?: string,
): ApiFailure {
	if (proxy !== undefined && NOT_CONNECTED.includes(code ?? '')) {
		return {
			message: `The proxy ${proxy} could not be reached`,
			description: `Check the proxy in the options of the node, and that it is running. (${code})`,
			cause: 'configuration-invalid',
		};
	}
	const specific = CONNECTION_FAILURES[kindOf(code ?? '')]?.(host);
	if (specific) return specific;
	const isTimedOut = code === TIMED_OUT;
	return {
		// n8n puts a text of its own in place of a message that holds such a code.
		message: isTimedOut
			? `${host} did not answer in time`
			: `The connection to ${host} broke off before an answer came`,
		description: [
			isWrite ? PERHAPS_WRITTEN : isTimedOut ? MORE_TIME : CHECK_NETWORK,
			...(code ? [`(${code})`] : []),
		].join(' '),
		cause: 'temporarily-unavailable',
	};
}

const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

/** Certificates have many codes; every other code is a kind of its own. */
function kindOf(code: string): string {
	if (PLAIN_CODES.test(code)) return 'PLAIN';
	return CERTIFICATE_CODES.test(code) ? 'CERTIFICATE' : code;
}

const PERHAPS_WRITTEN =
	'The change may or may not have been made, so it was not sent again. Look at the record before you repeat it.';

const MORE_TIME = 'Give it more time in the options of the node, ask for less, or try again later.';

const CHECK_NETWORK = 'Check the network and try again.';
