import { isJsonObject, type JsonValue } from '../shared/json';
import type { Call } from './call';
import type { NewInsight } from './store';
import { invalid, unreadable } from './refusal';

const WRITABLE = [
	'name',
	'derived_name',
	'description',
	'query',
	'order',
	'deleted',
	'dashboards',
	'tags',
	'favorited',
	'saved',
	'_create_in_folder',
];

/** Kinds that the request parser knows; wrappers and bare queries. */
const KINDS = [
	'InsightVizNode',
	'DataVisualizationNode',
	'DataTableNode',
	'HogQuery',
	'TrendsQuery',
	'FunnelsQuery',
	'RetentionQuery',
	'PathsQuery',
	'StickinessQuery',
	'LifecycleQuery',
	'CalendarHeatmapQuery',
	'HogQLQuery',
	'EventsQuery',
	'ActorsQuery',
];

const TEXT_LIMIT = 400;

/**
 * The values of a body that creates or changes an insight.
 * @throws Refusal for values that cannot be; unknown and read-only keys are refused and counted, the service ignores them
 */
export function readBody(call: Call): NewInsight {
	const values: Record<string, JsonValue> = {};
	for (const [name, value] of Object.entries(call.body)) {
		if (!WRITABLE.includes(name)) {
			throw invalid(name, 'This field is not writable.', 'invalid_input', 'unknown field');
		}
		check(call, name, value);
		if (name !== '_create_in_folder') values[name] = value;
	}
	return values as NewInsight;
}

function check(call: Call, name: string, value: JsonValue): void {
	if (['name', 'derived_name', 'description'].includes(name)) checkText(name, value);
	if (['deleted', 'favorited', 'saved'].includes(name) && typeof value !== 'boolean') {
		throw invalid(name, 'Must be a valid boolean.', 'invalid_input', 'wrong type');
	}
	if (name === 'order' && value !== null && !Number.isInteger(value)) {
		throw invalid(name, 'A valid integer is required.', 'invalid_input', 'wrong type');
	}
	if (name === 'tags' && !isListOf(value, 'string')) {
		throw invalid(name, 'Expected a list of strings.', 'invalid_input', 'wrong type');
	}
	if (name === 'dashboards') checkDashboards(value);
	if (name === 'query' && value !== null) checkQuery(value);
	if (name === '_create_in_folder' && call.request.method !== 'POST') {
		throw invalid(name, 'Only when creating.', 'invalid_input', 'unknown field');
	}
}

function checkText(name: string, value: JsonValue): void {
	if (value !== null && typeof value !== 'string') {
		throw invalid(name, 'Not a valid string.', 'invalid_input', 'wrong type');
	}
	if (typeof value === 'string' && value.length > TEXT_LIMIT) {
		throw invalid(name, 'Ensure this field has no more than 400 characters.', 'max_length');
	}
}

const isListOf = (value: JsonValue, type: string): boolean =>
	Array.isArray(value) && value.every((entry) => typeof entry === type);

/** Dashboards above this number belong to another project. */
const LAST_DASHBOARD = 100;

function checkDashboards(value: JsonValue): void {
	if (!isListOf(value, 'number')) {
		throw invalid('dashboards', 'Expected a list of integers.', 'invalid_input', 'wrong type');
	}
	const foreign = (value as number[]).find((id) => id > LAST_DASHBOARD);
	if (foreign !== undefined) {
		throw invalid(
			'dashboards',
			`Invalid pk "${foreign}" - object does not exist.`,
			'does_not_exist',
		);
	}
}

function checkQuery(value: JsonValue): void {
	if (!isJsonObject(value)) throw invalid('query', 'Query must be a valid JSON object');
	const source = isJsonObject(value.source) ? value.source : undefined;
	const kinds = [value.kind, ...(source ? [source.kind] : [])];
	const unknown = kinds.find((kind) => !KINDS.includes(String(kind)));
	if (unknown !== undefined || value.kind === undefined) {
		throw unreadable(`Input tag '${String(unknown)}' found using 'kind' does not match any query`);
	}
}
