import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/request/rows';
import { dimensions, listIn, numberOr, objectsIn, share } from './values';

/**
 * Funnels in their three displays, told apart by shape: steps (a flat list, or a list for each breakdown value), time to
 * convert (bins), and conversion over time (series).
 */
export function funnelRows(result: unknown): IDataObject[] {
	if (isObject(result)) return binRows(result);
	const entries = listIn(result);
	if (entries.some(Array.isArray)) return entries.flatMap((steps) => stepRows(objectsIn(steps)));
	const objects = objectsIn(result);
	if (objects.some(({ bins }) => Array.isArray(bins))) return objects.flatMap(binRows);
	if (objects.some(({ data }) => Array.isArray(data))) return objects.flatMap(trendRows);
	return byComparison(objects).flatMap(stepRows);
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

function stepRows(steps: IDataObject[]): IDataObject[] {
	const inOrder = [...steps].sort((a, b) => Number(a.order ?? 0) - Number(b.order ?? 0));
	return inOrder.map((step, index) => ({
		step: index + 1,
		step_name:
			(step.custom_name as string) || (step.name as string) || String(step.action_id ?? ''),
		...dimensions(step),
		count: numberOr(step.count),
		conversion_rate_from_start: share(step.count, inOrder[0].count),
		conversion_rate_from_previous: share(step.count, inOrder[Math.max(0, index - 1)].count),
		average_conversion_time: numberOr(step.average_conversion_time),
		median_conversion_time: numberOr(step.median_conversion_time),
	}));
}

/** Bins are pairs of a lower bound in seconds and a count. */
function binRows(histogram: IDataObject): IDataObject[] {
	const bins = listIn(histogram.bins).filter(Array.isArray) as unknown[][];
	return bins.map(([seconds, count], index) => ({
		...dimensions(histogram),
		bin_from_seconds: numberOr(seconds),
		bin_to_seconds: numberOr(bins[index + 1]?.[0]),
		count: numberOr(count),
		average_conversion_time: numberOr(histogram.average_conversion_time),
	}));
}

function trendRows(series: IDataObject): IDataObject[] {
	const [days, labels] = [listIn(series.days), listIn(series.labels)];
	return listIn(series.data).map((percent, point) => ({
		...dimensions(series),
		date: (days[point] as string) ?? null,
		label: (labels[point] as string) ?? null,
		conversion_percentage: numberOr(percent),
	}));
}
