import type { IDataObject } from 'n8n-workflow';

import type { FormReader } from './formReader';

/** The entry of Trigger On with which a trigger's form asks for Resource and Event. */
export const ANY_RECORD = 'any';

/** What a trigger watches: a record type, and what has to happen to a record. */
export interface Watch {
	resource: string;
	event: string;
}

/** The value of an entry of Trigger On. */
export const watchValue = ({ resource, event }: Watch): string => `${resource}.${event}`;

/** What an entry of Trigger On stands for; undefined where Resource and Event say it. */
export function readWatchValue(value: unknown): Watch | undefined {
	const [resource, event] = typeof value === 'string' ? value.split('.') : [];
	return resource && event ? { resource, event } : undefined;
}

/** What the form of a trigger watches. */
export const readWatch = (form: FormReader): Watch =>
	readWatchValue(form.text('triggerOn')) ?? {
		resource: form.text('resource'),
		event: form.text('event'),
	};

/** Names of the *Fields to Watch*, from the options; none: changes of every field are reported. */
export const watchedFieldNames = ({ watchedFields }: IDataObject): string[] =>
	Array.isArray(watchedFields) ? watchedFields.map(String).filter((name) => name !== '') : [];
