import type { CredentialLink } from '../credentials';
import type { BenchNode } from '../workflow';

type Links = Record<string, CredentialLink>;

const ours = (
	type: string,
	credentialType: string,
	links: Links,
	parameters: Record<string, unknown>,
): BenchNode => ({
	name: 'Ours',
	type: `n8n-nodes-insightly-spotler.${type}`,
	typeVersion: 1,
	parameters,
	credentials: { [credentialType]: links[credentialType] },
});

export const insightlyNode = (links: Links, parameters: Record<string, unknown>): BenchNode =>
	ours('insightly', 'insightlyApi', links, parameters);

export const spotlerNode = (links: Links, parameters: Record<string, unknown>): BenchNode =>
	ours('spotlerCrm', 'spotlerCrmApi', links, { authentication: 'accessToken', ...parameters });

export const postHogNode = (links: Links, parameters: Record<string, unknown>): BenchNode =>
	ours('postHogInsights', 'postHogInsightsApi', links, parameters);

/** A resource mapper filled in by hand, with the schema that the editor would have stored. */
export const mapper = (value: Record<string, string>, matchOn?: string) => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: matchOn ? [matchOn] : [],
	schema: Object.keys(value).map((id) => ({
		...{ id, displayName: id, required: false, defaultMatch: id === matchOn },
		...{ canBeUsedToMatch: true, display: true, type: 'string', removed: false },
	})),
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

/** n8n's HTTP Request node, newest version, with a log-in of its own (`httpBasicAuth` or `httpHeaderAuth`). */
export const httpNode = (
	links: Links,
	login: 'httpBasicAuth' | 'httpHeaderAuth',
	parameters: Record<string, unknown>,
	name = 'HTTP Request',
): BenchNode => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'GET',
		authentication: 'genericCredentialType',
		genericAuthType: login,
		...{ sendQuery: false, sendHeaders: false, sendBody: false, options: {} },
		...parameters,
	},
	credentials: { [login]: links[login] },
});

/** Query parameters as the form of HTTP Request stores them. */
export const query = (parameters: Record<string, string>) => ({
	sendQuery: true,
	specifyQuery: 'keypair',
	queryParameters: { parameters: pairs(parameters) },
});

/** Body parameters, one field of the form each. */
export const bodyParameters = (parameters: Record<string, string>) => ({
	sendBody: true,
	contentType: 'json',
	specifyBody: 'keypair',
	bodyParameters: { parameters: pairs(parameters) },
});

/** The whole body as one expression. */
export const jsonBody = (expression: string) => ({
	sendBody: true,
	contentType: 'json',
	specifyBody: 'json',
	jsonBody: expression,
});

const pairs = (values: Record<string, string>) =>
	Object.entries(values).map(([name, value]) => ({ name, value }));

/** Built-in pagination: a query parameter that is worked out for each page, until `isComplete`. */
export const pagination = (name: string, value: string, isComplete: string) => ({
	pagination: {
		pagination: {
			paginationMode: 'updateAParameterInEachRequest',
			parameters: { parameters: [{ type: 'qs', name, value }] },
			paginationCompleteWhen: 'other',
			completeExpression: isComplete,
			limitPagesFetched: false,
			requestInterval: 0,
		},
	},
});

export const splitOut = (
	name: string,
	field: string,
	parameters: Record<string, unknown> = {},
): BenchNode => ({
	name,
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: field, include: 'noOtherFields', options: {}, ...parameters },
});
