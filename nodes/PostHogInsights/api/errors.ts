import { isObject } from '../../shared/request/rows';
import type { ApiFailure, ApiRequest, ApiResponse } from '../../shared/request/types';

interface ServiceWords {
	detail: string;
	attr?: string;
}

/** Requests for CSV are refused in CSV: the standard four keys in alphabetical order, then one row (likely, not seen). */
const CSV_HEADER = /^attr,code,detail,type\b/;

/**
 * Bodies are `{type, code, detail, attr}` (PostHog's exception handler); the sharing endpoints answer some refusals as
 * `{error}`, and a deletion is refused with no body at all.
 */
function readWords({ body }: ApiResponse): ServiceWords | undefined {
	if (typeof body === 'string') return readCsvWords(body);
	if (!isObject(body)) return undefined;
	const { detail, error, attr } = body;
	const said = detail ?? error;
	if (typeof said !== 'string') return undefined;
	return { detail: said, ...(typeof attr === 'string' ? { attr } : {}) };
}

function readCsvWords(text: string): ServiceWords | undefined {
	if (!CSV_HEADER.test(text)) return text === '' ? undefined : { detail: text };
	// With a comma in front, every cell begins with one, empty ones included.
	const row = `,${text.split(/\r?\n/)[1] ?? ''}`;
	const [attr, , detail] = [...row.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain,
	);
	return detail ? { detail, ...(attr ? { attr } : {}) } : undefined;
}

/** PostHog's own words; the field that they are about in front, where it is named. */
export function errorText(response: ApiResponse): string | undefined {
	const words = readWords(response);
	if (!words) return undefined;
	return words.attr ? `${words.attr}: ${words.detail}` : words.detail;
}

const EDIT_KEY =
	'Edit the key in PostHog under Settings, Personal API keys, and run again; the key itself stays the same.';

interface Reading {
	status: number;
	said: RegExp;
	failure: (match: RegExpExecArray) => ApiFailure;
}

/** What PostHog says (its permission classes and views), and what to do about it. The first row that fits speaks. */
const READINGS: readonly Reading[] = [
	{
		status: 403,
		said: /missing required scope '?([a-z_]+:[a-z]+)/,
		failure: ([, scope]) => ({
			message: `The personal API key lacks the scope ${scope}`,
			description: `Add the scope ${scope} to the key. ${EDIT_KEY}`,
			cause: 'configuration-invalid',
		}),
	},
	{
		status: 403,
		said: /does not support personal API key/i,
		failure: () => ({
			message: 'PostHog does not let personal API keys use this endpoint',
			description:
				'Only people who are logged in may. Set Method to the one for API keys: it gives the same by another way.',
			cause: 'configuration-invalid',
		}),
	},
	{
		status: 403,
		said: /only supported on project-based endpoints/i,
		failure: () => ({
			message: 'This key is limited to certain projects, so it cannot list projects',
			description:
				'Give the project by its ID instead: the number after /project/ in your browser.',
			cause: 'configuration-invalid',
		}),
	},
	{
		status: 403,
		said: /access to the (?:requested )?project/i,
		failure: () => ({
			message: 'This key has no access to the project',
			description: `Pick another project, or let the key use this one. ${EDIT_KEY}`,
			cause: 'configuration-invalid',
		}),
	},
	{
		status: 403,
		said: /legacy filters/i,
		failure: () => ({
			message: 'PostHog no longer accepts filters of the old kind',
			description: 'Describe the insight by a query instead.',
		}),
	},
	{
		status: 404,
		said: /^Project not found/i,
		failure: () => ({
			message: 'PostHog has no such project',
			description:
				'Check the project ID, and the region in the credential: a project of the EU cloud is not found in the US cloud.',
			cause: 'configuration-invalid',
		}),
	},
	{
		status: 404,
		said: /^Password not found/i,
		failure: () => ({
			message: 'The shared insight has no such password',
			description: 'Sharing: Get lists the passwords with their IDs.',
		}),
	},
];

/** Readings that need more than words; undefined leaves the response to the general table. */
export function explain(response: ApiResponse, request: ApiRequest): ApiFailure | undefined {
	const said = readWords(response)?.detail ?? '';
	for (const { status, said: pattern, failure } of READINGS) {
		const match = status === response.status ? pattern.exec(said) : null;
		if (match) return failure(match);
	}
	switch (response.status) {
		case 401:
			return WRONG_KEY;
		case 404:
			return notFound(request);
		case 405:
			return request.method === 'DELETE' ? NEVER_DELETED : undefined;
		case 504:
		case 512:
			return tooSlow(request);
		default:
			return undefined;
	}
}

const WRONG_KEY: ApiFailure = {
	message: 'PostHog did not accept the personal API key',
	description:
		'Check the key, and the region in the credential: a key of the EU cloud does not work in the US cloud. Keys begin with phx_.',
	cause: 'credential-invalid',
};

/** The server forbids it for good, with 405 and no text (PostHog API page). */
const NEVER_DELETED: ApiFailure = {
	message: 'PostHog does not delete insights for good',
	description: 'Set Method to "Move to Trash": the insight disappears and can be restored.',
	cause: 'configuration-invalid',
};

/** Advises the background only where the result is not computed there already. */
const tooSlow = ({ query }: ApiRequest): ApiFailure => ({
	message: 'PostHog could not compute this in time',
	description: String(query?.refresh).includes('async')
		? 'Make the query smaller: a shorter time, fewer breakdown values, or a LIMIT.'
		: 'Set Refresh to "If Not Fresh, in the Background" so that the result is waited for, or make the query smaller.',
	cause: 'temporarily-unavailable',
});

function notFound({ path }: ApiRequest): ApiFailure {
	if (!/\/insights\/[^/]+/.test(path)) {
		return {
			message: 'PostHog does not offer this here',
			description: 'The server may be an older version. Check the URL in the credential.',
			cause: 'configuration-invalid',
		};
	}
	return {
		message: 'PostHog has no such insight',
		description: `Check the ID and the project in "${path}". A deleted insight can only be restored.`,
		cause: 'configuration-invalid',
	};
}
