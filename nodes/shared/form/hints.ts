import type { IExecuteFunctions, IExecuteSingleFunctions } from 'n8n-workflow';

const told = new WeakMap<object, Set<string>>();

/**
 * Says something about a run beside its output, once however many items it is true of. The declarative engine has no
 * place for it; there it is not said.
 */
export function addHint(
	functions: IExecuteFunctions | IExecuteSingleFunctions,
	message: string,
): void {
	if (!('addExecutionHints' in functions)) return;
	const known = told.get(functions) ?? new Set();
	told.set(functions, known);
	if (known.has(message)) return;
	known.add(message);
	functions.addExecutionHints({ message, type: 'info', location: 'outputPane' });
}

/** For an item of Update that changes nothing: what a workflow fills in may be empty for one item and not for the next. */
export const NOTHING_SENT =
	'Some items change nothing, so nothing was sent for them: their output is the record as it is. To clear a field, add it to the form and leave it as an empty text.';
