import { dateTime, integer, readOnly } from '../../shared/fields/define';
import type { Field } from '../../shared/fields/types';

/**
 * Gives rows of a table their labels: the API's names are lower case without blanks, so no words can be read from them.
 */
export const labelled = (...rows: Array<[row: Field, label: string]>): Field[] =>
	rows.map(([row, label]) => ({ ...row, label }));

export const ID: Field = readOnly({ ...integer('id'), label: 'ID' })[0];

/** Who made and changed a record, and when; a type has those that live records of it had. */
export const STAMPS: Readonly<
	Record<'createdby' | 'modifiedby' | 'createddate' | 'modifieddate', Field>
> = {
	createdby: { ...integer('createdby'), label: 'Created By', readOnly: true },
	modifiedby: { ...integer('modifiedby'), label: 'Modified By', readOnly: true },
	createddate: { ...dateTime('createddate'), label: 'Created Date', readOnly: true },
	modifieddate: { ...dateTime('modifieddate'), label: 'Modified Date', readOnly: true },
};

export const ALL_STAMPS: readonly Field[] = [
	STAMPS.createdby,
	STAMPS.modifiedby,
	STAMPS.createddate,
	STAMPS.modifieddate,
];
