/** What tells how the records of a type are called in lists. */
export interface TitledType {
	/** Singular name of the type, as users know it. */
	name: string;
	/** Keys that together name a record; those that have a value count. */
	titleKeys: readonly string[];
}

/**
 * What the user sees of a record in lists: its title keys, or type and ID if they are all empty.
 * @param id the record's ID, for records without a title
 */
export function titleOf(
	{ name, titleKeys }: TitledType,
	row: Readonly<Record<string, unknown>>,
	id: unknown,
): string {
	const title = titleKeys
		.map((key) => row[key])
		.filter((part) => part !== null && part !== undefined && part !== '')
		.map(String)
		.join(' ');
	return title || `${name} ${String(id)}`;
}
