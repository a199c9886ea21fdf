import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { parseMoment } from '../fields/dates';

/**
 * The options that every trigger has, from its Options collection. Dates without a zone are read in the workflow's.
 * @throws NodeOperationError for a date that is none.
 */
export function readPollOptions(
	context: IPollFunctions,
	{ backlogSince, maxRows }: IDataObject,
): { backlogSince?: number; maxRows?: number } {
	const rows = Number(maxRows ?? 0);
	return {
		...(rows >= 1 ? { maxRows: Math.floor(rows) } : {}),
		...(backlogSince ? { backlogSince: readBacklog(context, backlogSince) } : {}),
	};
}

function readBacklog(context: IPollFunctions, value: unknown): number {
	const moment = parseMoment(value, context.getTimezone());
	if (moment !== undefined) return moment;
	throw new NodeOperationError(
		context.getNode(),
		`"${String(value).slice(0, 60)}" in Changes Since is not a date`,
		{ description: 'Write it like 2026-01-31 or 2026-01-31T14:30:00Z.' },
	);
}
