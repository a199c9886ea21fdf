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
