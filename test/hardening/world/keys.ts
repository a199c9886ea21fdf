/** A key that stands out in any text, for an account of the sandbox. */
export const inventedKey = (beginning: string): string =>
	`${beginning}nobody-may-read-this-${4 * 911}`;
