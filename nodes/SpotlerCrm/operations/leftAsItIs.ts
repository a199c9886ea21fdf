import type { IDataObject } from 'n8n-workflow';

import { parseMoment } from '../../shared/fields/dates';
import type { ItemContext } from '../../shared/form/itemContext';
import { leftAlone, readWriteRules, type WriteRules } from '../../shared/operations/writeRules';
import type { ApiClient } from '../../shared/request/client';
import { rowsOf } from '../../shared/request/rows';
import { recordIn } from '../api/envelope';
import { crmTimezone, parseApiTime } from '../api/formats';
import type { RecordValues } from '../fields/recordValues';
import type { RecordType } from '../resources/types';

/**
 * When a record is left alone, from the form's options.
 * @throws NodeOperationError when a moment in them is none
 */
export const writeRules = (item: ItemContext, skipsByDefault: boolean): WriteRules =>
	readWriteRules(item, {
		skipsByDefault,
		readOwn: (text) => momentOf(item, text),
	});

/** Times of the API carry no zone: they are read in the one that the user says they mean. */
const momentOf = (item: ItemContext, value: unknown): number | undefined =>
	parseApiTime(value) !== undefined && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(String(value))
		? parseMoment(String(value), crmTimezone(item))
		: undefined;

/**
 * The record with everything that is to be compared: lists can leave out fields that the record itself has (samples of the
 * API v4 page). It is read once more only where they do.
 */
export async function forComparison(
	client: ApiClient,
	path: string,
	{ skipsUnchanged }: WriteRules,
	{ values }: RecordValues,
	envelope: IDataObject,
): Promise<IDataObject> {
	const present = Object.keys(recordIn(envelope) ?? {});
	const isWhole = Object.keys(values).every((name) => present.includes(name));
	if (!skipsUnchanged || isWhole) return envelope;
	const [whole] = rowsOf((await client.send({ method: 'GET', path })).body);
	return recordIn(whole) ? whole : envelope;
}

/**
 * The envelope of a record that is not to be written, with the reason inside the record: nothing would change (which also
 * saves a call of the subscription, and triggers stay silent), or it was changed later than the user's values.
 * @throws NodeOperationError when records of the type do not say when they were changed, but it matters
 */
export function leftAsItIs(
	item: ItemContext,
	type: RecordType,
	rules: WriteRules,
	{ values, fields }: RecordValues,
	envelope: IDataObject,
): IDataObject[] | undefined {
	const record = recordIn(envelope) ?? {};
	const changedAt = momentOf(item, record[type.changedKey ?? 'modifieddate']);
	if (rules.notChangedSince !== undefined && changedAt === undefined) {
		throw item.refuse(
			`Spotler CRM does not say when this record was changed`,
			'Remove the option Only If Not Changed Since.',
		);
	}
	const left = leftAlone(rules, {
		values,
		valueOf: (name) => (Object.keys(record).includes(name) ? record[name] : undefined),
		fieldOf: (name) => fields.find((field) => field.name === name),
		changedAt,
	});
	if (!left) return undefined;
	const marked = { ...record, ...left };
	return [{ ...('record' in envelope ? { ...envelope, record: marked } : marked) }];
}
