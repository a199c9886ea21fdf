import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { FormReader } from '../../shared/form/formReader';
import { pollForm } from '../../shared/form/pollForm';
import { pollScope, runPoll, type PollEvent } from '../../shared/polling';
import { readPollOptions } from '../../shared/polling/options';
import { ApiClient } from '../../shared/request/client';
import { insightly } from '../api/service';
import { simplifyRecord } from '../output/records';
import { resolveType, type RecordType } from '../resources/types';
import { insightlyChanges, type FieldFilter } from './feeds';
import { watchedTypes } from './parameters';

/** One poll of the Insightly trigger: reads the parameters and hands over to the polling engine. */
export async function pollInsightly(
	context: IPollFunctions,
): Promise<INodeExecutionData[][] | null> {
	const form = pollForm(context);
	const type = watchedType(form);
	const event = readEvent(form, type);
	const filter = readFilter(form);
	const client = await ApiClient.create(context, insightly);
	const output = await runPoll(context, insightlyChanges(client, type, filter), {
		scope: pollScope({
			account: client.account,
			resource: scopeName(type),
			event,
			filter: filter && { ...filter },
		}),
		event,
		rowsName: type.plural,
		...readPollOptions(context, form.collection('options')),
	});
	if (!output || !form.flag('simplify', true)) return output;
	return output.map((items) => items.map((item) => ({ ...item, json: simplifyRecord(item.json) })));
}

/** Of a type that stands for many, every one is a feed of its own. */
const scopeName = ({ value, path, named }: RecordType): string =>
	named ? `${value} ${path.toLowerCase()}` : value;

function watchedType(form: FormReader): RecordType {
	const resource = form.text('resource');
	const type = watchedTypes.find(({ value }) => value === resource);
	if (type) return resolveType(type, form);
	throw form.refuse(`"${resource}" cannot be watched`, 'Pick a resource from the list.');
}

function readEvent(form: FormReader, { plural, updatedKey }: RecordType): PollEvent {
	const event = form.text('event') as PollEvent;
	if (event !== 'updated' || updatedKey !== undefined) return event;
	throw form.refuse(
		`Insightly does not say when ${plural} change`,
		'Watch for created ones instead.',
	);
}

/** @throws NodeOperationError when only one of field and value is given. */
function readFilter(form: FormReader): FieldFilter | undefined {
	const { fieldName, fieldValue } = form.collection('options');
	const name = String(fieldName ?? '').trim();
	const value = String(fieldValue ?? '');
	if ((name === '') === (value === '')) return name === '' ? undefined : { name, value };
	throw form.refuse(
		name === '' ? 'The filter has a value but no field' : 'The filter has a field but no value',
		'Insightly searches by a field and its exact value: give both, or neither.',
	);
}
