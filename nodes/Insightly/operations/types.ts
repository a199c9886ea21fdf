import type { MapperPurpose } from '../../shared/fields/mapper';
import type { Operation } from '../../shared/operations/types';
import type { RecordType } from '../resources/types';

/** What Insightly's forms have to know of an operation besides. */
export interface InsightlyForm {
	/** The record type that Fields and Record ID speak of. */
	about?: RecordType;
	/** The record types below which it works: the form's Record Type, and the records to pick from. */
	parents?: readonly RecordType[];
	/** What the mapper in its form is filled in for. */
	purpose?: MapperPurpose;
}

export type InsightlyOperation = Operation & InsightlyForm;

/** A resource of the Insightly node. */
export interface InsightlyResource {
	value: string;
	name: string;
	description?: string;
	/** Reached through the Resource list only: its operations have no rows in the node panel. */
	isRare?: boolean;
	/** Its records, within a sentence. */
	plural?: string;
	operations: readonly InsightlyOperation[];
}
