/**
 * n8n stores the data of an execution as one flat JSON list: entry 0 is the root, and inside lists and objects every
 * string is the number of the entry it stands for (so that shared and circular parts are written once). Gives the
 * tree back. Throws a SyntaxError when the text is not JSON.
 */
export function unflatten(text: string): unknown {
	const entries = JSON.parse(text) as unknown[];
	const built = new Map<number, object>();
	const valueOf = (value: unknown): unknown =>
		typeof value === 'string' ? entryAt(Number(value)) : value;
	const entryAt = (index: number): unknown => {
		const entry = entries[index];
		if (typeof entry !== 'object' || entry === null) return entry;
		const known = built.get(index);
		if (known) return known;
		const copy: Record<string, unknown> | unknown[] = Array.isArray(entry) ? [] : {};
		built.set(index, copy);
		for (const [key, value] of Object.entries(entry))
			Object.assign(copy, { [key]: valueOf(value) });
		return copy;
	};
	return entryAt(0);
}
