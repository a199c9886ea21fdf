import type { IDataObject, IExecuteFunctions, IExecuteSingleFunctions } from 'n8n-workflow';

import type { ReadList } from '../request/paginate';

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

/** The rows of a list that was read. Should the service count more than it sent, that is said beside the output. */
export function rowsOrHint(
	functions: IExecuteFunctions | IExecuteSingleFunctions,
	service: string,
	{ rows, missing }: ReadList,
): IDataObject[] {
	if (missing > 0) {
		addHint(
			functions,
			`${service} counts ${missing} more than it sent. Run the node again; if it stays so, compare with the list in ${service}.`,
		);
	}
	return rows;
}
