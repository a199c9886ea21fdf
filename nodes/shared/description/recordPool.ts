import type { INodeProperties } from 'n8n-workflow';

import type { ParameterPool } from './properties';
import { referenceKeys, type Referring } from './references';

/** The part of a record type that matters here. */
type Named = Referring & { name: string };

const recordKey = ({ value }: Referring): string => `record ${value}`;

/**
 * Pool keys for the forms of a record type: the record to work on under its type's own name where it has one, and beside
 * the fields those records that they name.
 */
export const keysFor = (type: Referring, keys: readonly string[]): string[] =>
	keys.flatMap((key) => {
		if (key === 'record' && type.isCore) return [recordKey(type)];
		if (!key.startsWith('fields')) return [key];
		return [key, ...referenceKeys(type, keys.includes('record'))];
	});

/** The locators of core types, each under its type's name: *Contact* says more than *Record*. */
export const recordPool = (
	types: readonly Named[],
	locator: (displayName: string) => INodeProperties,
): ParameterPool =>
	Object.fromEntries(
		types.filter(({ isCore }) => isCore).map((type) => [recordKey(type), locator(type.name)]),
	);
