import type { IDataObject } from 'n8n-workflow';

/**
 * Writes any JSON value as text in which the order of keys does not matter.
 *
 * @param ignoredKeys keys left out wherever they occur
 */
export function stableText(value: unknown, ignoredKeys: ReadonlySet<string> = new Set()): string {
	if (Array.isArray(value)) {
		return `[${value.map((entry) => stableText(entry, ignoredKeys)).join(',')}]`;
	}
	if (value instanceof Date) return JSON.stringify(value);
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value)
			.filter(([key, entry]) => entry !== undefined && !ignoredKeys.has(key))
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, entry]) => `${JSON.stringify(key)}:${stableText(entry, ignoredKeys)}`);
		return `{${entries.join(',')}}`;
	}
	return JSON.stringify(value) ?? 'null';
}

/** Called for every character of every record, so it is looked up once. */
const { imul } = Math;

const scramble = (hash: number) => {
	const once = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	const twice = imul(once ^ (once >>> 12), 0x297a2d39);
	return (twice ^ (twice >>> 15)) >>> 0;
};

/**
 * A short fingerprint (64 bits, base 36) of a text. Tells texts apart; it protects nothing.
 */
export function fingerprint(text: string): string {
	let low = 0x811c9dc5;
	let high = 0x9747b28c;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		low = imul(low ^ unit, 0x01000193);
		high = imul(high ^ unit, 0x5bd1e995) ^ (high >>> 13);
	}
	return scramble(low ^ text.length).toString(36) + scramble(high).toString(36).padStart(7, '0');
}

/**
 * The version of a record: changes with its time of change and with its content, so that two changes
 * within one second are told apart.
 *
 * @param json the record as the service sent it
 * @param changedAt ms UTC
 * @param volatileKeys keys whose value differs from answer to answer although nothing changed
 */
export function rowVersion(
	json: IDataObject,
	changedAt: number,
	volatileKeys: readonly string[] = [],
): string {
	return fingerprint(`${changedAt} ${stableText(json, new Set(volatileKeys))}`);
}

/**
 * The scope of a trigger's state as one short string.
 *
 * @param parts everything that decides which rows belong to the trigger; order of keys is irrelevant.
 *   Give an account's address or credential id, never a key: the state is stored in plain text.
 */
export function pollScope(parts: IDataObject): string {
	return fingerprint(stableText(parts));
}
