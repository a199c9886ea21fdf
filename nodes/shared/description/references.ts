import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../fields/types';
import { isReference, RELATED } from '../fields/references';
import type { ParameterPool } from './properties';

/** The part of a record type that matters here. */
export interface Referring {
	value: string;
	fields: readonly Field[];
	/** Whether it has a locator of its own name: n8n walks all properties of a node, so only a few types do. */
	isCore?: boolean;
	/** Fields that forms show at once. */
	shown?: readonly string[];
}

/** Builds the locator of a field: its list is what the field refers to. */
export type ReferenceLocator = (
	displayName: string,
	name: string,
	refersTo: string,
) => INodeProperties;

const keyOf = ({ name }: Field): string => `reference ${name}`;

const isShown = ({ shown = [] }: Referring, { name, required }: Field): boolean =>
	required === true || shown.includes(name);

/**
 * Pool keys of the locators that a form of a record type needs.
 * @param isUpdate whether it changes a record: all of them are to be added then, like its fields
 */
export function referenceKeys(type: Referring, isUpdate: boolean): string[] {
	const references = type.fields.filter(isReference);
	if (references.length === 0) return [];
	if (isUpdate) return [RELATED];
	const atOnce = references.filter((field) => isShown(type, field));
	return [...atOnce.map(keyOf), ...(atOnce.length < references.length ? [RELATED] : [])];
}

/** A locator in the collection, and which record types have it there in which forms. */
interface Related {
	field: Field;
	always: string[];
	onUpdate: string[];
}

/** The locators of all fields that name a record: those that forms show at once, and a collection with the others. */
export function referencePool(
	types: readonly Referring[],
	locator: ReferenceLocator,
): ParameterPool {
	const atOnce: Record<string, INodeProperties> = {};
	const related = new Map<string, Related>();
	for (const type of types) {
		for (const field of type.fields.filter(isReference)) {
			const entry = related.get(field.name) ?? { field, always: [], onUpdate: [] };
			related.set(field.name, entry);
			if (isShown(type, field)) {
				atOnce[keyOf(field)] = locatorOf(field, locator);
				entry.onUpdate.push(type.value);
			} else entry.always.push(type.value);
		}
	}
	const options = [...related.values()].flatMap(({ field, always, onUpdate }) => [
		...optionFor(field, locator, always, {}),
		...optionFor(field, locator, onUpdate, { '/operation': ['update'] }),
	]);
	return { ...atOnce, [RELATED]: collectionOf(options) };
}

const optionFor = (
	field: Field,
	locator: ReferenceLocator,
	types: string[],
	more: Record<string, string[]>,
): INodeProperties[] =>
	types.length === 0
		? []
		: [
				{
					...locatorOf(field, locator),
					displayOptions: { show: { '/resource': types, ...more } },
				},
			];

const locatorOf = (field: Field, locator: ReferenceLocator): INodeProperties => ({
	...locator(field.label.replace(/ ID$/, ''), field.name, field.refersTo as string),
	required: false,
});

const collectionOf = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Related Records',
	name: RELATED,
	type: 'collection',
	placeholder: 'Add Related Record',
	default: {},
	description: 'Other records that this one belongs to, picked by name',
	options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});
