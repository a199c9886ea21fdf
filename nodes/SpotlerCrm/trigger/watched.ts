import type { IDataObject } from 'n8n-workflow';

import type { FormReader } from '../../shared/form/formReader';
import { readWatch } from '../../shared/form/watchForm';
import type { ApiClient } from '../../shared/request/client';
import { crmTimezone } from '../api/formats';
import { conditionRows } from '../../shared/form/conditions';
import { buildQuery } from '../fields/filterQuery';
import { knownFields } from '../fields/listQuery';
import { objectOf, type RecordType } from '../resources/types';
import { watchedTypes } from './parameters';

/** What a trigger watches. */
export interface Watched {
	type: RecordType;
	object: string;
	/** The user's conditions, in the query language. */
	query: IDataObject | undefined;
	/** Whether items carry the API's metadata around the record. */
	isRaw: boolean;
}

/**
 * What the trigger's form says is watched.
 * @throws NodeOperationError for values that cannot be right, before a list is asked for
 */
export async function readWatched(form: FormReader, client: ApiClient): Promise<Watched> {
	const type = watchedType(form);
	const object = objectOf(form, type);
	const query = await readQuery(form, client, type);
	return { type, object, query, isRaw: form.collection('options').rawEnvelope === true };
}

function watchedType(form: FormReader): RecordType {
	const { resource } = readWatch(form);
	const type = watchedTypes.find(({ value }) => value === resource);
	if (type) return type;
	throw form.refuse(`"${resource}" cannot be watched`, 'Pick a resource from the list.');
}

async function readQuery(
	form: FormReader,
	client: ApiClient,
	type: RecordType,
): Promise<IDataObject | undefined> {
	const rows = conditionRows(form.collection('filters'));
	const own = ['id', type.changedKey];
	const reserved = rows
		.map(({ field }) => String(field ?? '').trim())
		.find((name) => own.includes(name));
	if (reserved !== undefined) {
		throw form.refuse(
			`The trigger itself goes by ${reserved}, so it cannot be filtered by`,
			'Remove this condition, or check it in a later node.',
		);
	}
	const fields = await knownFields(form, client, type, rows);
	return buildQuery(form, rows, { fields, timezone: crmTimezone(form) });
}
