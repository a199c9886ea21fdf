import type { IDataObject, INode, ResourceMapperValue } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { cappedAdvice, cappedMessage } from '../request/texts';

/**
 * The parameters of one form: of an item of a run, or of a poll. Each is worked out once and kept, because every
 * expression costs n8n half a millisecond or more in its isolate.
 */
export interface FormReader {
	readonly node: INode;
	/** Zone in which the user writes dates that carry none: the workflow's, an IANA name. */
	readonly timezone: string;
	/** A parameter with its expressions resolved; `fallback` where the form does not have it. */
	value(name: string, fallback?: unknown): unknown;
	/** A parameter as it was typed in, expressions not resolved; undefined where it was left alone. */
	raw(name: string): unknown;
	/**
	 * A text parameter, trimmed.
	 * @throws NodeOperationError for an object, which no text is meant by
	 */
	text(name: string, fallback?: string): string;
	flag(name: string, fallback?: boolean): boolean;
	number(name: string, fallback?: number): number;
	/** Entries of a collection; none where it is empty. */
	collection(name: string): IDataObject;
	/**
	 * Text of a resource locator: an ID, a name or an address, whichever mode the user picked.
	 * @throws NodeOperationError for an object, which no ID is
	 */
	locator(name: string): string;
	/** A resource mapper; its parts are missing where the user has not touched it. */
	mapper(name: string): Partial<ResourceMapperValue>;
	/** An error about what the user gave, for values that cannot be right. */
	refuse(message: string, description?: string): NodeOperationError;
}

/** What a form needs of n8n. */
export interface FormSource {
	node: INode;
	timezone: string;
	/** Resolves a parameter's expressions. */
	resolve(name: string, fallback: unknown): unknown;
	/** Index of the item that an error is about; undefined for a poll. */
	itemIndex?: number;
}

/** A reader that asks its source for each parameter once. */
export function formReader({ node, timezone, resolve, itemIndex }: FormSource): FormReader {
	const resolved = new Map<string, unknown>();
	const value = (name: string, fallback?: unknown): unknown => {
		if (!resolved.has(name)) resolved.set(name, resolve(name, MISSING));
		const found = resolved.get(name);
		return found === MISSING || found === undefined ? fallback : found;
	};
	const refuse = (message: string, description?: string) =>
		new NodeOperationError(node, cappedMessage(message), {
			description: description && cappedAdvice(description),
			itemIndex,
		});
	const textOf = (name: string, given: unknown, what: string): string => {
		if (typeof given === 'string') return given.trim();
		if (given === null || given === undefined) return '';
		if (!isNested(given)) return String(given).trim();
		throw refuse(
			`The parameter "${name}" was given an object, but it expects ${what}`,
			'Pick one of its fields in the expression, such as {{ $json.id }} instead of {{ $json }}.',
		);
	};
	return {
		node,
		timezone,
		value,
		raw: (name) => node.parameters[name],
		text: (name, fallback = '') => textOf(name, value(name, fallback), 'a text'),
		flag: (name, fallback = false) => Boolean(value(name, fallback)),
		number: (name, fallback = 0) => Number(value(name, fallback)),
		collection: (name) => (value(name) ?? {}) as IDataObject,
		locator: (name) => textOf(name, locatorValue(value(name)), 'an ID'),
		mapper: (name) => (value(name) ?? {}) as Partial<ResourceMapperValue>,
		refuse,
	};
}

/** Stands for "the form does not have it", which no parameter can hold. */
const MISSING = Symbol('missing parameter');

/** n8n gives a locator as an object; an agent, or a workflow from before the locator, gives the text itself. */
export const locatorValue = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && 'value' in value ? value.value : value;

/** An object, or a list with one in it. */
const isNested = (value: unknown): boolean =>
	Array.isArray(value) ? value.some(isNested) : typeof value === 'object' && value !== null;
