/** What a JSON text can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. Rows of the sandbox stores are never changed in place, only replaced. */
export interface JsonObject {
	readonly [key: string]: JsonValue;
}

/** True for a JSON object, false for null, lists and plain values. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
