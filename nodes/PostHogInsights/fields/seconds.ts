import { shown } from '../../shared/form/shown';
import type { ItemContext } from '../../shared/form/itemContext';

/** How long a computation is waited for when the user does not say. */
const DEFAULT_S = 300;

/**
 * A time limit among the form's options, in seconds.
 * @throws NodeOperationError for anything but a number above 0
 */
export function readSeconds(item: ItemContext, option: string): number {
	const value = item.collection('options')[option];
	if (value === undefined || value === null || value === '') return DEFAULT_S;
	const seconds = Number(value);
	if (Number.isFinite(seconds) && seconds > 0) return seconds;
	throw item.refuse(
		`The time limit "${shown(value)}" is not a number of seconds`,
		'Give a number above 0.',
	);
}
