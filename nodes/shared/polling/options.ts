import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { shown } from '../form/shown';
import { parseMoment } from '../fields/dates';
import { fingerprint } from '../request/fingerprint';
import { stableText } from './hash';

/**
 * The options that every trigger has, from its Options collection. Dates without a zone are read in the workflow's.
 * @throws NodeOperationError for a date that is none.
 */
export function readPollOptions(
	context: IPollFunctions,
	{ backlogSince, maxRows }: IDataObject,
): { backlogSince?: number; backlogKey?: string; maxRows?: number } {
	const rows = Number(maxRows ?? 0);
	return {
		...(rows >= 1 ? { maxRows: Math.floor(rows) } : {}),
		...(backlogSince
			? { backlogSince: readBacklog(context, backlogSince), backlogKey: backlogKey(context) }
			: {}),
	};
}

/** What the user wrote, not what it amounts to: an expression such as `$now` is another moment in each poll. */
function backlogKey(context: IPollFunctions): string {
	const { options } = context.getNode().parameters;
	const written = typeof options === 'object' ? (options as IDataObject).backlogSince : options;
	return fingerprint(stableText(written));
}

function readBacklog(context: IPollFunctions, value: unknown): number {
	const moment = parseMoment(value, context.getTimezone());
	if (moment !== undefined) return moment;
	throw new NodeOperationError(
		context.getNode(),
		`"${shown(value)}" in Changes Since is not a date`,
		{ description: 'Write it like 2026-01-31 or 2026-01-31T14:30:00Z.' },
	);
}
