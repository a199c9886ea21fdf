import endpointRows from './endpoints.json';
import fieldRows from './fields.json';

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One operation of the v3.1 swagger (2025). */
export interface Endpoint {
	readonly method: Verb;
	/** Template below the base path, e.g. `/Contacts/{id}/Tags`. */
	readonly path: string;
	/** `name:type`, a star after the name when it must be given. */
	readonly query?: readonly string[];
	/** Name of a record type, or `bytes` or `multipart`. */
	readonly body?: string;
	/** The documented code of success; some rows of the document have none. */
	readonly success?: number;
}

/** When a body may set a field. A field sent where it may not be set is ignored. */
export type Write = 'both' | 'create' | 'update' | 'none';

/** One field of a record type. */
export interface FieldSpec {
	/** e.g. `string`, `string:date-time`, `integer:int32`, `number`, `boolean`, `array<Tag>`. */
	readonly type: string;
	readonly maxLength?: number;
	readonly required?: boolean;
	readonly write: Write;
	/** Seen in recorded answers, absent from the document. */
	readonly observed?: boolean;
}

export type RecordType = Readonly<Record<string, FieldSpec>>;

/** Every operation, in the document's order. */
export const endpoints = endpointRows as readonly Endpoint[];

/** Every record type by name. */
export const recordTypes = fieldRows as unknown as Readonly<Record<string, RecordType>>;
