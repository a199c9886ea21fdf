import type { IDataObject } from 'n8n-workflow';

/** `$json.name`, `$json["name"]` and `$json.list[0].name`: what users get when they drag a field into a form. */
const PATH =
	/^=\{\{\s*\$json((?:\.[A-Za-z_$][\w$]*|\[(?:"[^"\\\n]*"|'[^'\\\n]*'|\d{1,9})\])+)\s*\}\}$/;

const STEP = /\.([A-Za-z_$][\w$]*)|\["([^"]*)"\]|\['([^']*)'\]|\[(\d+)\]/g;

/** n8n gives these a meaning of their own, or refuses them. */
const OF_THE_LANGUAGE = new Set([
	...Object.getOwnPropertyNames(Object.prototype),
	...['prototype', 'then', 'toJSON', 'length'],
]);

/** As n8n tells them from plain texts. */
export const isExpression = (text: string): boolean => text.startsWith('=');

/** The steps of an expression that only reads a value of the item; undefined for anything else. */
export function itemPath(text: string): string[] | undefined {
	const path = PATH.exec(text)?.[1];
	if (path === undefined) return undefined;
	const steps = [...path.matchAll(STEP)].map(([, dotted, double, single, index]) =>
		String(dotted ?? double ?? single ?? index),
	);
	return steps.some((step) => OF_THE_LANGUAGE.has(step)) ? undefined : steps;
}

/** Stands for "n8n has to say", which no value of an item can be. */
export const UNSURE = Symbol('not a plain value of the item');

/**
 * What n8n gives for a path: the very value, as long as it is a text, a number, true, false or null that is really
 * there. Objects, dates, missing values and everything else are n8n's to work out.
 */
export function readPath(json: IDataObject, steps: readonly string[]): unknown {
	let value: unknown = json;
	for (const step of steps) {
		if (!isPlain(value) || !Object.prototype.propertyIsEnumerable.call(value, step)) return UNSURE;
		value = (value as IDataObject)[step];
	}
	const isValue =
		value === null ||
		typeof value === 'string' ||
		typeof value === 'boolean' ||
		(typeof value === 'number' && Number.isFinite(value));
	return isValue ? value : UNSURE;
}

function isPlain(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
