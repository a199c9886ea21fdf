import type { IPollFunctions } from 'n8n-workflow';

import { shown } from '../../shared/form/shown';
import type { FormReader } from '../../shared/form/formReader';
import { readInsight } from '../resources/insight';
import type { WatchOptions } from './watches/insightWatch';
import type { Measure, MeasureOptions } from './watches/measure';
import type { Threshold, ThresholdComparison } from './watches/threshold';

/**
 * Which insight is watched, and how its result is read.
 * @throws NodeOperationError when the insight is none
 */
export const readWatch = (form: FormReader, { logger }: IPollFunctions): WatchOptions => ({
	ref: readInsight(form),
	refresh: String(form.collection('options').refresh ?? '') || 'blocking',
	logger,
});

/** How the rows of a result become one number for each series. */
export function readMeasure(form: FormReader): MeasureOptions {
	const { measure, column } = form.collection('options');
	return {
		measure: (measure ?? 'latest') as Measure,
		series: form.text('series'),
		column: String(column ?? '').trim(),
	};
}

/**
 * What is crossed.
 * @throws NodeOperationError for what is no number, and for a negative hysteresis
 */
export function readThreshold(form: FormReader): Threshold {
	const hysteresis = readNumber(form, 'Hysteresis', form.collection('options').hysteresis ?? 0);
	if (hysteresis < 0) throw form.refuse('The hysteresis is negative', 'Give 0 or more.');
	return {
		comparison: form.text('comparison') as ThresholdComparison,
		value: readNumber(form, 'The threshold', form.value('threshold')),
		hysteresis,
	};
}

function readNumber(form: FormReader, name: string, value: unknown): number {
	const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
	if (Number.isFinite(number)) return number;
	throw form.refuse(`${name} "${shown(value)}" is not a number`);
}
