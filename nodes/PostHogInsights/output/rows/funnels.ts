import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/request/rows';
import {
	asItIs,
	dimensions,
	entriesOf,
	fits,
	isBrokenDown,
	isList,
	isScalar,
	listIfAny,
	withOthers,
	type Shape,
} from './entry';
import { pointRows } from './series';
import { listIn, numberIn, numberOr, share } from './values';

/**
 * One step: `{"action_id": "paid", "name": "paid", "custom_name": null, "order": 1, "count": 25,
 * "average_conversion_time": 61.5, "median_conversion_time": 40, "breakdown_value": ["Chrome"]}`.
 */
const STEP: Shape = {
	action_id: isScalar,
	average_conversion_time: isScalar,
	breakdown: () => true,
	count: isScalar,
	custom_name: isScalar,
	median_conversion_time: isScalar,
	name: isScalar,
	order: isScalar,
	type: isScalar,
};

/** Time to convert: `{"bins": [[0, 4], [60, null]], "average_conversion_time": 33.3}`; bounds are seconds. */
const HISTOGRAM: Shape = { average_conversion_time: isScalar, bins: isPairs };

/** Conversion over time: `{"count": 5, "data": [12.5], "days": ["2026-01-05"], "labels": ["5-Jan-2026"]}`. */
const TREND: Shape = { data: isList, days: listIfAny, labels: listIfAny };

/** Whether something is bins: pairs of a lower bound in seconds and a count. */
function isPairs(value: unknown): boolean {
	return (
		Array.isArray(value) &&
		value.length > 0 &&
		value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isScalar))
	);
}

const isStep = (value: unknown): value is IDataObject =>
	fits(value, STEP) && 'count' in value && ('name' in value || 'action_id' in value);

/**
 * Funnels in their three displays, told apart by shape: steps (a flat list, or a list for each breakdown value), time to
 * convert (bins), and conversion over time (series).
 */
export function funnelRows(result: unknown): IDataObject[] {
	const entries = entriesOf(result);
	const [steps, others] = [entries.filter(isStep), entries.filter((entry) => !isStep(entry))];
	const brokenDown = isBrokenDown(entries.flat());
	return [
		...byComparison(steps).flatMap((funnel) => stepRows(funnel, brokenDown)),
		...others.flatMap((entry) => otherRows(entry, brokenDown)),
	];
}

function otherRows(entry: unknown, brokenDown: boolean): IDataObject[] {
	if (Array.isArray(entry) && entry.length > 0 && entry.every(isStep)) {
		return byComparison(entry).flatMap((funnel) => stepRows(funnel, brokenDown));
	}
	if (fits(entry, HISTOGRAM)) return withOthers(entry, HISTOGRAM, binRows(entry));
	const rows = fits(entry, TREND) ? trendRows(entry) : [];
	return rows.length > 0 && isObject(entry) ? withOthers(entry, TREND, rows) : asItIs(entry);
}

/** Compared periods come one after the other in the same list. */
function byComparison(steps: IDataObject[]): IDataObject[][] {
	const groups = new Map<unknown, IDataObject[]>();
	for (const step of steps) {
		const group = groups.get(step.compare_label);
		if (group) group.push(step);
		else groups.set(step.compare_label, [step]);
	}
	return [...groups.values()];
}

function stepRows(steps: IDataObject[], brokenDown: boolean): IDataObject[] {
	const place = ({ order }: IDataObject): number => numberIn(order) ?? 0;
	const inOrder = [...steps].sort((a, b) => place(a) - place(b));
	return inOrder.flatMap((step, index) =>
		withOthers(step, STEP, [
			{
				step: index + 1,
				step_name: String(step.custom_name || step.name || (step.action_id ?? '')),
				...dimensions(step, brokenDown),
				count: numberOr(step.count),
				conversion_rate_from_start: share(step.count, inOrder[0].count),
				conversion_rate_from_previous: share(step.count, inOrder[Math.max(0, index - 1)].count),
				average_conversion_time: numberOr(step.average_conversion_time),
				median_conversion_time: numberOr(step.median_conversion_time),
			},
		]),
	);
}

function binRows(histogram: IDataObject): IDataObject[] {
	const bins = listIn(histogram.bins) as unknown[][];
	return bins.map(([seconds, count], index) => ({
		...dimensions(histogram),
		bin_from_seconds: numberOr(seconds),
		bin_to_seconds: numberOr(bins[index + 1]?.[0]),
		count: numberOr(count),
		average_conversion_time: numberOr(histogram.average_conversion_time),
	}));
}

const trendRows = (series: IDataObject): IDataObject[] =>
	pointRows(series, (percent, date, label) => ({
		...dimensions(series),
		date: date ?? null,
		label: label ?? null,
		conversion_percentage: numberOr(percent),
	}));
