import type { IDataObject } from 'n8n-workflow';

import { shown } from '../form/shown';
import { parseMoment } from '../fields/dates';
import { flag, readOnly } from '../fields/define';
import type { Field } from '../fields/types';
import type { FormReader } from '../form/formReader';
import { isSameValue } from './sameValue';

/** When a record that is there is not to be written, as the user set it in the options. */
export interface WriteRules {
	/** It already says all that would be written. */
	skipsUnchanged: boolean;
	/** It was changed after this moment, in milliseconds UTC. */
	notChangedSince?: number;
}

/** How an operation reads its rules. */
interface RuleReading {
	/** Whether *Skip if Unchanged* is on while the user has not touched it. */
	skipsByDefault: boolean;
	/** Reads a moment in the spelling of the service's own answers. */
	readOwn?(text: string): number | undefined;
}

/**
 * Skip if Unchanged and Only if Not Changed Since.
 * @throws NodeOperationError when the moment is none.
 */
export function readWriteRules(form: FormReader, reading: RuleReading): WriteRules {
	const { skipIfUnchanged = reading.skipsByDefault, notChangedSince } = form.collection('options');
	const isGiven = notChangedSince !== undefined && notChangedSince !== '';
	if (!isGiven) return { skipsUnchanged: skipIfUnchanged === true };
	const moment = parseMoment(notChangedSince, form.timezone, reading.readOwn);
	if (moment !== undefined) {
		return { skipsUnchanged: skipIfUnchanged === true, notChangedSince: moment };
	}
	throw form.refuse(
		`"${shown(notChangedSince)}" in Only If Not Changed Since is not a date`,
		'Write it like 2026-01-31T14:30:00Z, or map the date of change of the other record.',
	);
}

/** Whether a record has to be read before it is written. */
export const needsRecord = ({ skipsUnchanged, notChangedSince }: WriteRules): boolean =>
	skipsUnchanged || notChangedSince !== undefined;

/** A record as it is, and what would be written to it. */
export interface Comparison {
	values: IDataObject;
	valueOf(name: string): unknown;
	fieldOf(name: string): Field | undefined;
	/** When the record was changed last, in milliseconds UTC; undefined if that is not known. */
	changedAt: number | undefined;
}

/** Why a record was left as it is. Stands in its item. */
export type LeftAlone = { unchanged: true } | { changedSince: true };

/** The same as fields of what comes out. */
export const LEFT_ALONE_FIELDS: readonly Field[] = readOnly(
	flag('unchanged'),
	flag('changedSince'),
);

/** Whether a record is left as it is, and why; undefined if it is to be written. */
export function leftAlone(
	{ skipsUnchanged, notChangedSince }: WriteRules,
	{ values, valueOf, fieldOf, changedAt }: Comparison,
): LeftAlone | undefined {
	const isUnchanged = () =>
		Object.entries(values).every(([name, value]) =>
			isSameValue(fieldOf(name), valueOf(name), value),
		);
	if (skipsUnchanged && isUnchanged()) return { unchanged: true };
	if (notChangedSince === undefined || changedAt === undefined) return undefined;
	return changedAt > notChangedSince ? { changedSince: true } : undefined;
}
