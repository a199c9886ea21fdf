import type { MapperPurpose } from '../../shared/fields/mapper';
import type { HookOperation } from '../../shared/operations/types';
import type { RecordType } from '../resources/types';

/** An operation with what Insightly's forms have to know of it besides. */
export interface InsightlyOperation extends HookOperation {
	/** The record type that Fields and Record ID speak of. */
	about?: RecordType;
	/** The record types below which it works: the form's Record Type, and the records to pick from. */
	parents?: readonly RecordType[];
	/** What the mapper in its form is filled in for. */
	purpose?: MapperPurpose;
}

/** A resource of the Insightly node. */
export interface InsightlyResource {
	value: string;
	name: string;
	description?: string;
	operations: readonly InsightlyOperation[];
}
