import type { FormReader } from './formReader';

/** The first part of an address that is nothing but digits: where the services' own pages have a record's ID. */
const ID_IN_ADDRESS = /^https?:\/\/[^/]+\/(?:.*?\/)?(\d+)(?:[/?#&]|$)/i;

/** The ID in the address of a record's page; any other text as it is. */
export const idInAddress = (text: string): string => ID_IN_ADDRESS.exec(text)?.[1] ?? text;

/**
 * The ID in a locator parameter, as a number in the path or a body. One beyond 2^53 would be rounded to another record's.
 * @param what what it is the ID of, within a sentence
 * @throws NodeOperationError when it is none, before anything is sent.
 */
export const readId = (form: FormReader, parameter: string, what: string): number =>
	idIn(form, form.locator(parameter), what);

/** The same for a value that a form holds somewhere else. */
export function idIn(form: FormReader, value: unknown, what: string): number {
	const text = idInAddress(String(value ?? '').trim());
	const id = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (id > 0 && Number.isSafeInteger(id)) return id;
	throw form.refuse(
		text === '' ? `The ${what} is missing` : `"${text.slice(0, 60)}" is not the ID of a ${what}`,
		`Pick the ${what} from the list, or give its ID: a whole number, such as 123456789.`,
	);
}
