import { isBlank } from './blank';

/**
 * The entries of a list that was given as a list, as the text of a JSON list (which is how agents and n8n's form pass
 * one on), or as text with separators. Blanks around an entry are no part of it, and empty entries are none.
 */
export function listEntries(value: unknown, separator: RegExp): unknown[] {
	const list = Array.isArray(value) ? value : (jsonList(value) ?? split(value, separator));
	return list
		.map((entry: unknown) => (typeof entry === 'string' ? entry.trim() : entry))
		.filter((entry) => entry !== null && entry !== undefined && !isBlank(entry));
}

const split = (value: unknown, separator: RegExp): unknown[] =>
	typeof value === 'string' ? value.split(separator) : [value];

/** The list in a text such as `["a","b"]`; undefined when it is none. */
export function jsonList(value: unknown): unknown[] | undefined {
	if (typeof value !== 'string' || !value.trim().startsWith('[')) return undefined;
	try {
		const parsed = JSON.parse(value) as unknown;
		return Array.isArray(parsed) ? (parsed as unknown[]) : undefined;
	} catch {
		return undefined;
	}
}

/** Several values in one text, where no known options say otherwise. */
export const COMMA_OR_SEMICOLON = /[;,]/;

/**
 * The entries of a choice of several. The whole text may be one option that has a separator in it; then come JSON,
 * semicolons, and commas only where each part is an option, because "Parts, labour" may be one.
 * @param isOption whether a text names an option; undefined where no options are known
 */
export function choiceEntries(
	value: unknown,
	isOption: ((text: string) => boolean) | undefined,
): unknown[] {
	if (typeof value !== 'string' || jsonList(value)) return listEntries(value, COMMA_OR_SEMICOLON);
	if (!isOption) return listEntries(value, COMMA_OR_SEMICOLON);
	if (isOption(value.trim())) return [value.trim()];
	const parts = listEntries(value, /;/);
	return parts.flatMap((part) => {
		if (typeof part !== 'string' || isOption(part)) return [part];
		const smaller = listEntries(part, /,/);
		return smaller.every((one) => isOption(String(one))) ? smaller : [part];
	});
}
