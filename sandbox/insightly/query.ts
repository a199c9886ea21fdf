import type { SandboxRequest } from '../shared/http';
import type { Query } from './call';
import { clientBug } from './refusal';
import type { Endpoint } from './spec';
import type { InsightlySwitches } from './switches';

const DEFAULT_TOP = 100;
const MAXIMUM_TOP = 500;

/**
 * Checks a request's query parameters against the operation.
 * @param count called for what is counted although the request goes on
 * @throws Refusal 400
 */
export function readQuery(
	endpoint: Endpoint,
	request: SandboxRequest,
	switches: InsightlySwitches,
	count: (violation: string, detail: string) => void,
): Query {
	const known = new Map((endpoint.query ?? []).map((row) => splitParameter(row)));
	const text: Record<string, string> = {};
	for (const [name, value] of request.query) {
		const type = known.get(name)?.type;
		if (type === undefined) {
			meetUnknown(name, switches, count);
			continue;
		}
		if (name in text) throw clientBug('repeated query parameter', `${name} is given twice`);
		checkType(name, type, value);
		text[name] = value;
	}
	for (const [name, { required }] of known) {
		if (required && !text[name]) {
			throw clientBug('missing query parameter', `${name} is required`);
		}
	}
	return {
		top: Math.min(readCount('top', text.top, DEFAULT_TOP, 1), MAXIMUM_TOP, switches.largestPage),
		skip: readCount('skip', text.skip, 0, 0),
		countTotal: isTrue(text.count_total),
		brief: isTrue(text.brief),
		text,
	};
}

/** Whether a boolean parameter says true. */
export function isTrue(value: string | undefined): boolean {
	return value?.toLowerCase() === 'true';
}

function splitParameter(row: string): [string, { type: string; required: boolean }] {
	const [name, type] = row.split(':');
	return [name.replace('*', ''), { type, required: name.endsWith('*') }];
}

/** Lists were seen to ignore updated_after_utc, which is a trap; everything else unknown is refused. */
function meetUnknown(
	name: string,
	switches: InsightlySwitches,
	count: (violation: string, detail: string) => void,
): void {
	const detail = `${name} is not a parameter of this operation`;
	if (name === 'updated_after_utc' || switches.unknownQuery === 'ignore') {
		count('unknown query parameter', detail);
		return;
	}
	throw clientBug('unknown query parameter', detail);
}

function checkType(name: string, type: string, value: string): void {
	const fits =
		type === 'boolean'
			? /^(true|false)$/i.test(value)
			: type === 'integer'
				? /^-?\d{1,18}$/.test(value)
				: true;
	if (!fits) throw clientBug('bad query value', `${name} must be of type ${type}`);
}

function readCount(name: string, value: string | undefined, fallback: number, least: number) {
	const count = value === undefined ? fallback : Number(value);
	if (count < least) throw clientBug('bad query value', `${name} must be at least ${least}`);
	return count;
}
