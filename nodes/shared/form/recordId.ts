import type { ItemContext } from './itemContext';

/**
 * The ID in a locator parameter, as a number in the path or a body.
 * @throws NodeOperationError when it is none, before anything is sent.
 */
export function readId(item: ItemContext, parameter: string, what: string): number {
	const text = item.locator(parameter);
	if (/^[0-9]{1,18}$/.test(text) && Number(text) > 0) return Number(text);
	throw item.refuse(
		text === '' ? `The ${what} is missing` : `"${text.slice(0, 60)}" is not the ID of a ${what}`,
		`Pick the ${what} from the list, or give its ID: a whole number, such as 123456789.`,
	);
}
