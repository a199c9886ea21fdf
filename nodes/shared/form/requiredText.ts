import type { FormReader } from './formReader';

/**
 * A text that has to be there.
 * @param what what it names, within a sentence
 * @throws NodeOperationError when it is empty, before anything is sent
 */
export function requiredText(
	form: FormReader,
	parameter: string,
	what: string,
	advice = 'Fill it in and run the item again.',
): string {
	const text = form.text(parameter);
	if (text !== '') return text;
	throw form.refuse(`The ${what} is missing`, advice);
}
