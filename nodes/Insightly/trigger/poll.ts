import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { RecordEvent } from '../../shared/description/trigger';
import type { FormReader } from '../../shared/form/formReader';
import { pollForm } from '../../shared/form/pollForm';
import { readWatch, watchedFieldNames, type Watch } from '../../shared/form/watchForm';
import { pollScope, runDeletionPoll, runPoll } from '../../shared/polling';
import { readPollOptions } from '../../shared/polling/options';
import { ApiClient } from '../../shared/request/client';
import { insightly } from '../api/service';
import { readConditions } from '../fields/conditions';
import { simplifyRecord } from '../output/records';
import { resolveType, type RecordType } from '../resources/types';
import { insightlyChanges, type FieldFilter } from './feeds';
import { insightlyDeletions, insightlyFields } from './lists';
import { eventsOf, watchedTypes } from './parameters';

/** One poll of the Insightly trigger: reads the parameters and hands over to the polling engine. */
export async function pollInsightly(
	context: IPollFunctions,
): Promise<INodeExecutionData[][] | null> {
	const form = pollForm(context);
	const watch = readWatch(form);
	const type = watchedType(form, watch);
	const event = readEvent(form, watch, type);
	const options = form.collection('options');
	if (event === 'deleted') return await pollDeletions(context, type, options);
	const filter = readFilter(form, type);
	const client = await ApiClient.create(context, insightly);
	const names = event === 'stageChanged' ? [...(type.stageKeys ?? [])] : watchedFieldNames(options);
	const feed = {
		account: client.account,
		resource: scopeName(type),
		filter: filter && { ...filter },
	};
	return await runPoll(context, insightlyChanges(client, type, filter), {
		scope: pollScope({ ...feed, event, fields: [...names].sort() }),
		feed: pollScope(feed),
		timeline: client.host,
		tellsEvent: true,
		event: event === 'stageChanged' ? 'updated' : event,
		rowsName: type.plural,
		...(names.length > 0 ? { fields: insightlyFields(client, type, names) } : {}),
		...(form.flag('simplify', true) ? { present: simplifyRecord } : {}),
		...readPollOptions(context, options),
	});
}

async function pollDeletions(
	context: IPollFunctions,
	type: RecordType,
	{ maxRows }: IDataObject,
): Promise<INodeExecutionData[][] | null> {
	const client = await ApiClient.create(context, insightly);
	const { account } = client;
	return await runDeletionPoll(context, {
		...insightlyDeletions(client, type),
		...readPollOptions(context, { maxRows }),
		scope: pollScope({ account, resource: scopeName(type), event: 'deleted' }),
		rowsName: type.plural,
	});
}

/** Of a type that stands for many, every one is a feed of its own. */
const scopeName = ({ value, path, named }: RecordType): string =>
	named ? `${value} ${path.toLowerCase()}` : value;

function watchedType(form: FormReader, { resource }: Watch): RecordType {
	const type = watchedTypes.find(({ value }) => value === resource);
	if (type) return resolveType(type, form);
	throw form.refuse(`"${resource}" cannot be watched`, 'Pick a resource from the list.');
}

/** @throws NodeOperationError when the record type does not tell of such an event. */
function readEvent(form: FormReader, { event }: Watch, type: RecordType): RecordEvent {
	const known = eventsOf(type).find((one) => one === event);
	if (known) return known;
	// Of types without a date of change, new records are told whatever a form from before says.
	if (event === 'createdOrUpdated' && eventsOf(type).includes('created')) return event;
	if (event === 'updated' || event === 'createdOrUpdated') {
		throw form.refuse(
			`Insightly does not say when ${type.plural} change`,
			'Watch for created ones instead.',
		);
	}
	throw form.refuse(
		`"${event.slice(0, 60)}" cannot be watched for ${type.plural}`,
		'Pick an event from the list.',
	);
}

/**
 * The field and its value that the records have to have.
 * @throws NodeOperationError for what the feed cannot be narrowed down by
 */
function readFilter(form: FormReader, type: RecordType): FieldFilter | undefined {
	const { field, tag } = readConditions(form, { ...type, updatedKey: undefined });
	if (tag === undefined) return field;
	throw form.refuse(
		'The trigger cannot look for a tag',
		'Insightly searches by tag or by the date of change, not by both. Remove the condition and add a Filter node behind the trigger.',
	);
}
