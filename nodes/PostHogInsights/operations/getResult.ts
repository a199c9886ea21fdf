import type { ItemContext } from '../../shared/form/itemContext';
import type { Operation } from '../../shared/operations/types';
import { insightPath, LOOK_UP, readInsight } from '../resources/insightRef';
import { readResult, type ResultOptions } from '../api/insightResult';
import { resultRows } from '../output/rows/resultRows';
import { retrieveQuery } from './getInsight';
import { resultOutput } from '../output/outputFields';

const DEFAULT_LIMIT_S = 300;

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
	outputFields: resultOutput,
	parameters: ['project', 'insight', 'refresh', 'simplify', 'resultOptions'],
	preSend: (item) => ({
		method: 'GET',
		path: insightPath(readInsight(item)),
		query: { ...retrieveQuery(item), refresh: item.text('refresh', 'blocking') },
	}),
	paginate: async (client, _request, item) => {
		const insight = await readResult(client, readInsight(item), resultWish(item));
		if (insight.result === null && item.collection('options').requireResult === true) {
			throw item.refuse(
				'The insight has no result yet',
				'Set Refresh to "If Not Fresh" so that PostHog computes it, or switch off Require a Result.',
			);
		}
		return [insight];
	},
	postReceive: ({ rows: [insight] }, item) => {
		if (!item.flag('simplify', true)) return [{ json: insight }];
		const { aboutInsight } = item.collection('options');
		return resultRows(insight, aboutInsight !== false).map((json) => ({ json }));
	},
};

function resultWish(item: ItemContext): ResultOptions {
	const { waits, timeLimit } = item.collection('options');
	return {
		refresh: item.text('refresh', 'blocking'),
		query: retrieveQuery(item),
		waits: waits !== false,
		limitMs: readSeconds(item, timeLimit) * 1_000,
		logger: item.functions.logger,
	};
}

function readSeconds(item: ItemContext, value: unknown): number {
	if (value === undefined || value === null || value === '') return DEFAULT_LIMIT_S;
	const seconds = Number(value);
	if (Number.isFinite(seconds) && seconds > 0) return seconds;
	throw item.refuse(
		`The time limit "${String(value).slice(0, 60)}" is not a number of seconds`,
		'Give a number above 0.',
	);
}
