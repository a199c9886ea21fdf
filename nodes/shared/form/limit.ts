import { shown } from './shown';
import type { ItemContext } from './itemContext';

/**
 * How many rows the user wants: Limit, or undefined for Return All.
 * @throws NodeOperationError for a limit that is no positive whole number.
 */
export function wantedRows(item: ItemContext): number | undefined {
	return item.flag('returnAll') ? undefined : readLimit(item);
}

function readLimit(item: ItemContext): number {
	const limit = item.number('limit', 50);
	if (Number.isInteger(limit) && limit > 0) return limit;
	throw item.refuse(
		`The limit "${shown(item.value('limit'))}" is not a positive whole number`,
		'Give a limit of 1 or more, or switch on Return All.',
	);
}
