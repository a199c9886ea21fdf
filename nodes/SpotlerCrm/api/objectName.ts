import { requiredText } from '../../shared/form/requiredText';
import type { FormReader } from '../../shared/form/formReader';

/** What an object's name in addresses looks like; anything else would lead to another address. */
const OBJECT_NAME = /^[a-z0-9_][a-z0-9_.-]*$/i;

const ADVICE =
	'Give the name as it stands in addresses of the API: plural, lower case, such as policies.';

/** A name as typed, without slashes around it; undefined when it cannot be an object's. */
export function readObjectName(typed: unknown): string | undefined {
	const name = String(typed ?? '')
		.trim()
		.replace(/^\/+|\/+$/g, '');
	return OBJECT_NAME.test(name) ? name : undefined;
}

/**
 * The object in the parameter Object Name.
 * @throws NodeOperationError for a name that cannot be one
 */
export function namedObject(form: FormReader): string {
	const typed = requiredText(form, 'objectName', 'object name', ADVICE);
	const name = readObjectName(typed);
	if (name !== undefined) return name;
	throw form.refuse(`"${typed.slice(0, 60)}" is not the name of an object`, ADVICE);
}
