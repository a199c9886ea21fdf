import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../fields/types';
import { listEntries } from '../fields/lists';
import type { ItemContext } from '../form/itemContext';
import { LEFT_ALONE_FIELDS } from '../operations/writeRules';

type Value = IDataObject[string];

/** What a service says of the records that come out. */
export interface ShapedRecords {
	/** Fields that the API's own table knows; none where the table of the records is not known. */
	fields?: readonly Field[];
	/** What tells the most of a record, the first of it first: an agent gets about ten fields. */
	telling?: readonly string[];
	/** The flat form of a record. Default: its keys as they are. */
	entries?(row: IDataObject): Array<[name: string, value: Value]>;
	/** Whether a field is the account's own. Agents get these too. */
	isOwn?(name: string): boolean;
}

/** Turns a row of the API into the JSON of an item. */
export type RowShape = (row: IDataObject) => IDataObject;

/** How many of the API's own fields an agent gets of a record (n8n's guideline for simplified output). */
const FIELDS_FOR_AGENTS = 10;

/** Texts beyond this length are no telling field unless the record type names them. */
const LONG_TEXT = 255;

/** Why a record was left as it is: no field of it, and never left out. */
const STATUS = LEFT_ALONE_FIELDS.map(({ name }) => name);

/** Whether the user wants the short form; the switch stands in the form itself, or in its options. */
export const isSimplified = (item: ItemContext): boolean =>
	item.flag('simplify', item.collection('options').simplify !== false);

/**
 * How the form wants records to come out: as the API sends them; or flat, without what is empty; or only the chosen
 * fields, empty or not. An agent that calls the node as a tool gets what tells the most, because it pays for each word.
 */
export function rowShape(item: ItemContext, about: ShapedRecords): RowShape {
	if (!isSimplified(item)) return (row) => row;
	const { entries = Object.entries } = about;
	const chosen = fieldsToReturn(item);
	if (chosen.length > 0) return chosenFields(chosen, entries, about.fields ?? []);
	const isWanted = item.isTool ? forAgents(about) : () => true;
	// Made in one go: an object that grows by many keys takes three times the memory.
	return (row) =>
		Object.fromEntries(
			entries(row).filter(([name, value]) => !isNothing(value) && isWanted(name, value)),
		);
}

/** Names in Fields to Return: a list from the form, or a text with commas from an agent. */
const fieldsToReturn = (item: ItemContext): string[] => [
	...new Set(listEntries(item.collection('options').fieldsToReturn ?? [], /,/).map(String)),
];

/** The chosen fields in their order. What is known and empty is null; what no record has is not made up. */
function chosenFields(
	chosen: readonly string[],
	entries: NonNullable<ShapedRecords['entries']>,
	fields: readonly Field[],
): RowShape {
	const known = new Set(fields.map(({ name }) => name));
	return (row) => {
		const found = new Map(entries(row));
		const wanted = [...chosen, ...STATUS].filter(
			(name) => found.has(name) || (known.has(name) && chosen.includes(name)),
		);
		return Object.fromEntries(wanted.map((name) => [name, found.get(name) ?? null]));
	};
}

/** Which fields an agent gets: the most telling ones and the account's own, as far as they are plain. */
function forAgents(about: ShapedRecords): (name: string, value: Value) => boolean {
	const telling = new Set([...tellingFields(about), ...STATUS]);
	if (telling.size === STATUS.length) return () => true;
	return (name, value) => telling.has(name) || (about.isOwn?.(name) === true && !isNested(value));
}

/** The most telling fields of a record type, filled up from its table. */
function tellingFields({ fields = [], telling = [] }: ShapedRecords): string[] {
	const others = fields
		.filter(({ kind, maxLength = 0 }) => kind !== 'json' && maxLength <= LONG_TEXT)
		.map(({ name }) => name);
	return [...new Set([...telling, ...others])].slice(0, FIELDS_FOR_AGENTS);
}

const isNothing = (value: Value): boolean =>
	value === null ||
	value === undefined ||
	value === '' ||
	(Array.isArray(value) && value.length === 0);

const isNested = (value: Value): boolean =>
	Array.isArray(value) ? value.some(isNested) : typeof value === 'object' && value !== null;
