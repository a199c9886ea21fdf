import type { IDataObject, Logger } from 'n8n-workflow';

import type { SnapshotWatch } from '../../../shared/polling';
import { fingerprint, pollScope, stableText } from '../../../shared/polling';
import type { ApiClient } from '../../../shared/request/client';
import type { InsightRef } from '../../resources/insight';
import { kindOf } from '../../fields/queryKinds';
import { nameOf } from '../../output/insights';
import { readResult } from '../../resources/insightResult';
import { resultRows } from '../../output/rows/resultRows';
import { measured, type MeasureOptions } from './measure';
import { crossings, type Beyond, type Threshold } from './threshold';

/** An insight as one poll found it. */
interface Look {
	insight: IDataObject;
	rows: IDataObject[];
}

/** What is watched, and for what. */
export interface WatchOptions {
	ref: InsightRef;
	/** One of PostHog's refresh modes. */
	refresh: string;
	logger?: Logger;
}

/** Addresses in results that differ from response to response. */
const VOLATILE_KEYS = new Set([
	'persons_urls',
	'people_url',
	'converted_people_url',
	'dropped_people_url',
]);

const about = ({ insight }: Look): IDataObject => ({
	insight_id: insight.id,
	short_id: insight.short_id,
	insight_name: nameOf(insight),
	kind: kindOf(insight),
	last_refresh: insight.last_refresh ?? null,
});

/** Reads the result; undefined when there is none, so that an emptied cache is not taken for a change. */
const lookAt =
	(client: ApiClient, { ref, refresh, logger }: WatchOptions) =>
	async (limitMs: number): Promise<Look | undefined> => {
		const insight = await readResult(client, ref, { refresh, waits: true, limitMs, logger });
		if (insight.result === null || insight.result === undefined) return undefined;
		return { insight, rows: resultRows(insight, false) };
	};

const scopeOf = (client: ApiClient, event: string, { ref }: WatchOptions, details: IDataObject) =>
	pollScope({ account: client.account, event, ...ref, ...details });

/**
 * Reports when an insight's result differs from the one before.
 * @param splits whether each row is an item of its own, instead of one item with all rows
 */
export function resultWatch(
	client: ApiClient,
	options: WatchOptions,
	splits: boolean,
): SnapshotWatch<Look, string> {
	const version = ({ rows }: Look): string => fingerprint(stableText(rows, VOLATILE_KEYS));
	const show = (look: Look): IDataObject[] =>
		splits
			? look.rows.map((row) => ({ ...about(look), ...row }))
			: [{ ...about(look), rows: look.rows }];
	return {
		scope: scopeOf(client, 'resultChanged', options, {}),
		look: lookAt(client, options),
		remember: version,
		compare: (memory, now) => {
			const current = version(now);
			// A result without any rows is a change too, and has to start the workflow with something.
			const changed = splits && now.rows.length === 0 ? [about(now)] : show(now);
			return { memory: current, emit: current === memory ? [] : changed };
		},
		isMemory: (kept): kept is string => typeof kept === 'string',
		show,
		rowsName: 'results',
	};
}

/** Reports each series whose number has crossed a threshold since the last look. */
export function thresholdWatch(
	client: ApiClient,
	options: WatchOptions,
	measure: MeasureOptions,
	threshold: Threshold,
): SnapshotWatch<Look, Beyond> {
	const values = ({ rows }: Look): Map<string, number> => measured(rows, measure);
	const report = (look: Look, series: string, value: number | undefined): IDataObject => ({
		...about(look),
		series,
		value,
		measure: measure.measure,
		comparison: threshold.comparison,
		threshold: threshold.value,
	});
	return {
		scope: scopeOf(client, 'thresholdCrossed', options, {
			measure: { ...measure },
			threshold: { ...threshold },
		}),
		look: lookAt(client, options),
		remember: (now) => crossings({}, values(now), threshold).beyond,
		compare: (memory, now) => {
			const current = values(now);
			const { crossed, beyond } = crossings(memory, current, threshold);
			const emit = crossed.map((series) => report(now, series, current.get(series)));
			return { emit, memory: beyond };
		},
		isMemory: (kept): kept is Beyond =>
			typeof kept === 'object' &&
			kept !== null &&
			!Array.isArray(kept) &&
			Object.values(kept).every((one) => typeof one === 'boolean'),
		show: (now) => [...values(now)].map(([series, value]) => report(now, series, value)),
		rowsName: 'values',
	};
}
