import type { IDataObject } from 'n8n-workflow';

import { fingerprint } from '../request/fingerprint';

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
