import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/form/shown';
import { parseMoment } from '../../shared/fields/dates';
import { listEntries } from '../../shared/fields/lists';
import type { FormReader } from '../../shared/form/formReader';

/** Longest search text (the server refuses more). */
const LONGEST_SEARCH = 200;

/** Relative dates of PostHog's own, such as -7d or -1mStart; read there in the project's zone. */
const RELATIVE = /^-\d{1,4}[hdwmqy](?:Start|End)?$/;

/** Date filters by parameter: the query parameter, and the row's key that it compares. */
const DATES = [
	{ name: 'modifiedAfter', parameter: 'date_from', key: 'last_modified_at' },
	{ name: 'modifiedBefore', parameter: 'date_to', key: 'last_modified_at' },
	{ name: 'createdAfter', parameter: 'created_date_from', key: 'created_at' },
	{ name: 'createdBefore', parameter: 'created_date_to', key: 'created_at' },
	{ name: 'viewedAfter', parameter: 'last_viewed_date_from', key: 'last_viewed_at' },
	{ name: 'viewedBefore', parameter: 'last_viewed_date_to', key: 'last_viewed_at' },
] as const;

/** A list request's filters, and what has to be filtered again here. */
export interface ListFilter {
	query: IDataObject;
	/** Set when some servers would ignore one of the filters: older ones do not know the newer dates. */
	keep?: (row: IDataObject) => boolean;
}

/**
 * Filters of the form as query parameters. Lists of values are JSON in a text: a bare number would break the server's
 * database query (PostHog's insight API). Favourites and "created by me" count as soon as they are present, so they are
 * left out unless wanted.
 * @throws NodeOperationError for values that cannot be right
 */
export function listFilter(form: FormReader, filters: IDataObject): ListFilter {
	const query: IDataObject = {};
	const text = (value: unknown): string => String(value ?? '').trim();
	const search = text(filters.search);
	if (search.length > LONGEST_SEARCH) {
		throw form.refuse(
			`The search text has ${search.length} characters`,
			`PostHog takes at most ${LONGEST_SEARCH}.`,
		);
	}
	if (search) query.search = search;
	const createdBy = numbers(form, 'Created By', filters.createdBy);
	if (createdBy.length > 0) query.created_by = JSON.stringify(createdBy);
	const dashboards = numbers(form, 'Dashboards', filters.dashboards);
	if (dashboards.length > 0) query.dashboards = JSON.stringify(dashboards);
	for (const name of ['tags', 'events'] as const) {
		const values = splitList(filters[name]);
		if (values.length > 0) query[name] = JSON.stringify(values);
	}
	if (filters.createdByMe === true) query.user = true;
	if (filters.favorited === true) query.favorited = true;
	if (filters.saved === true || filters.saved === false) query.saved = filters.saved;
	if (text(filters.type)) query.insight = text(filters.type);
	if (text(filters.shortId)) query.short_id = text(filters.shortId);
	if (text(filters.featureFlag)) query.feature_flag = text(filters.featureFlag);
	if (filters.hideFeatureFlags === true) query.hide_feature_flag_insights = true;
	return withDates(form, filters, query);
}

/** Texts from a list, also as JSON, or from a text with commas. */
export const splitList = (value: unknown): string[] => listEntries(value, /,/).map(String);

function numbers(form: FormReader, label: string, value: unknown): number[] {
	return splitList(value).map((one) => {
		if (/^\d{1,12}$/.test(one)) return Number(one);
		throw form.refuse(
			`"${one.slice(0, 60)}" in ${label} is not an ID`,
			'Give whole numbers, separated by commas.',
		);
	});
}

function withDates(form: FormReader, filters: IDataObject, query: IDataObject): ListFilter {
	const tests: Array<(row: IDataObject) => boolean> = [];
	for (const { name, parameter, key } of DATES) {
		const value = filters[name];
		if (value === undefined || value === null || value === '') continue;
		if (typeof value === 'string' && RELATIVE.test(value.trim())) {
			query[parameter] = value.trim();
			continue;
		}
		const moment = parseMoment(value, form.timezone);
		if (moment === undefined) {
			throw form.refuse(
				`"${shown(value)}" is not a date`,
				'Write it like 2026-01-31 or 2026-01-31T14:30:00Z, or relative to now like -7d.',
			);
		}
		query[parameter] = new Date(moment).toISOString();
		if (key !== 'last_modified_at') tests.push(dateTest(key, moment, name.endsWith('After')));
	}
	return tests.length === 0
		? { query }
		: { query, keep: (row) => tests.every((test) => test(row)) };
}

function dateTest(key: string, moment: number, isAfter: boolean) {
	return (row: IDataObject): boolean => {
		const at = Date.parse(String(row[key] ?? ''));
		if (Number.isNaN(at)) return false;
		return isAfter ? at >= moment : at <= moment;
	};
}
