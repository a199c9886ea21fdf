import type { IDataObject } from 'n8n-workflow';

import { addHint } from '../../shared/form/hints';
import type { ItemContext } from '../../shared/form/itemContext';
import type { Operation } from '../../shared/operations/types';
import { readResult, type ResultOptions } from '../resources/insightResult';
import { CONTEXT_OPTIONS, retrieveQuery } from '../fields/retrieveQuery';
import { readSeconds } from '../fields/seconds';
import { nameOf } from '../output/insights';
import { resultFields } from '../output/outputFields';
import { resultRows } from '../output/rows/resultRows';
import { LOOK_UP, readInsight } from '../resources/insight';

/** The insight's numbers, one item a row. A result that is computed in the background is waited for. */
export const getResult: Operation = {
	value: 'getResult',
	name: 'Get Result',
	action: 'Get result of insight',
	description: "Read an insight's numbers, one item for each row, computed anew if you wish",
	endpoints: [
		'GET /api/projects/{project_id}/insights/{id}/',
		'GET /api/projects/{project_id}/query/{query_id}/',
		'DELETE /api/projects/{project_id}/query/{query_id}/',
		LOOK_UP,
	],
	outputFields: resultFields,
	parameters: ['project', 'insight', 'refresh', 'simplify'],
	options: [...CONTEXT_OPTIONS, ...['aboutInsight', 'requireResult', 'timeLimit', 'waits']],
	perform: async (item, client) => {
		const insight = await readResult(client, readInsight(item), resultOptions(item));
		if (insight.result === null && item.collection('options').requireResult === true) {
			throw item.refuse('The insight has no result yet', whatToDo(item));
		}
		if (insight.hasMore === true) addHint(item.functions, cutResult(insight));
		return [insight];
	},
	output: ({ rows: [insight] }, item) => {
		if (!item.flag('simplify', true)) return [{ json: insight }];
		const { aboutInsight } = item.collection('options');
		return resultRows(insight, aboutInsight !== false).map((json) => ({ json }));
	},
};

function resultOptions(item: ItemContext): ResultOptions {
	return {
		refresh: item.text('refresh', 'blocking'),
		query: retrieveQuery(item),
		waits: item.collection('options').waits !== false,
		limitMs: readSeconds(item, 'timeLimit') * 1_000,
		logger: item.functions.logger,
	};
}

/** Only the cache gives nothing for want of a computation; every other mode has just computed. */
const whatToDo = (item: ItemContext): string =>
	item.text('refresh', 'blocking') === 'force_cache'
		? 'Set Refresh to "If Not Fresh" so that PostHog computes it, or switch off Require a Result.'
		: 'Open the insight in PostHog to see whether it shows anything there, or switch off Require a Result.';

const cutResult = (insight: IDataObject): string =>
	`PostHog cut the result of "${nameOf(insight) ?? String(insight.short_id)}": there is more than what it sent. In SQL, write a higher LIMIT; with a breakdown, raise its limit in the insight.`;
