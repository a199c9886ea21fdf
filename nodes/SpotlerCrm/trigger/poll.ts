import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isTimezone, wallTimeAt } from '../../shared/fields/dates';
import type { Field } from '../../shared/fields/types';
import { pollScope, runPoll, type PollEvent } from '../../shared/polling';
import { readPollOptions } from '../../shared/polling/options';
import type { PollOptions } from '../../shared/polling/types';
import { ApiClient } from '../../shared/request/client';
import { changedRecords } from './changedRecords';
import { fieldsOf } from '../fields/dictionary';
import type { Watched } from './feedPages';
import { DEFAULT_TIMEZONE } from '../api/formats';
import { firstIdSince, newRecords } from './newRecords';
import { readObjectName } from '../resources/objectName';
import { buildQuery, conditionRows } from '../fields/filterQuery';
import { spotlerCrm } from '../api/service';
import { DEFAULT_LOOK_BACK_MINUTES, watchedTypes } from './parameters';

/** One poll of the Spotler CRM trigger: reads the parameters and hands over to the polling engine. */
export async function pollSpotler(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const event = context.getNodeParameter('event') as PollEvent;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const timezone = readTimezone(context, options);
	const client = await ApiClient.create(context, spotlerCrm);
	const watched = await readWatched(context, client, options, timezone);
	const { changedKey } = watched.type;
	const isByDate = event !== 'created' && changedKey !== undefined;
	const feed = isByDate
		? changedRecords(client, { ...watched, changedKey }, lookBackMinutes(options))
		: newRecords(client, watched);
	const { object, query } = watched;
	const { backlogSince, ...others } = readPollOptions(context, options);
	return await runPoll(context, feed, {
		scope: pollScope({ account: client.account, object, event, query: query ?? null }),
		event: isByDate ? event : 'created',
		rowsName: watched.type.plural,
		...(isByDate ? {} : { creationToleranceMs: 0 }),
		...others,
		...backlog(
			context,
			client,
			watched,
			isByDate,
			backlogSince && wallTimeAt(backlogSince, timezone),
		),
	});
}

function lookBackMinutes({ lookBackMinutes: minutes }: IDataObject): number {
	const wanted = Number(minutes ?? DEFAULT_LOOK_BACK_MINUTES);
	return wanted >= 1 ? wanted : DEFAULT_LOOK_BACK_MINUTES;
}

function readTimezone(context: IPollFunctions, options: IDataObject): string {
	const name = String(options.timezone ?? '').trim() || DEFAULT_TIMEZONE;
	if (isTimezone(name)) return name;
	throw new NodeOperationError(context.getNode(), `"${name}" is not a time zone`, {
		description: 'Write it like Europe/London or UTC in the option CRM Time Zone.',
	});
}

async function readWatched(
	context: IPollFunctions,
	client: ApiClient,
	options: IDataObject,
	timezone: string,
): Promise<Watched> {
	const resource = context.getNodeParameter('resource') as string;
	const type = watchedTypes.find(({ value }) => value === resource);
	const object = type?.object ?? readObjectName(context.getNodeParameter('objectName', ''));
	if (!type || object === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			type ? 'The object name is missing, or cannot be one' : `"${resource}" cannot be watched`,
			{
				description:
					'Pick a resource from the list; a custom object needs its name, such as policies.',
			},
		);
	}
	const rows = conditionRows(context.getNodeParameter('filters', {}) as IDataObject);
	const reserved = rows.find(({ field }) => ['id', type.changedKey].includes(String(field ?? '')));
	if (reserved) {
		throw new NodeOperationError(
			context.getNode(),
			`The trigger itself goes by ${String(reserved.field)}, so it cannot be filtered by`,
			{ description: 'Remove this condition, or check it in a later node.' },
		);
	}
	const fields = new Map(type.fields.map((field): [string, Field] => [field.name, field]));
	if (rows.some(({ field }) => !fields.has(String(field ?? '').trim()))) {
		for (const field of await fieldsOf(client, type, object)) fields.set(field.name, field);
	}
	const query = buildQuery(rows, false, {
		refuse: (message, description) =>
			new NodeOperationError(context.getNode(), message, { description }),
		fieldOf: (name) => fields.get(name),
		timezone,
	});
	return { type, object, query, isRaw: options.rawEnvelope === true };
}

/** Where a backlog begins: a date for feeds by date, the first ID made since then for feeds by ID. */
function backlog(
	context: IPollFunctions,
	client: ApiClient,
	watched: Watched,
	isByDate: boolean,
	wallTime: number | undefined,
): Pick<PollOptions, 'backlogSince'> {
	if (wallTime === undefined) return {};
	if (isByDate) return { backlogSince: wallTime };
	const { createdKey } = watched.type;
	if (createdKey !== undefined) {
		return { backlogSince: async () => await firstIdSince(client, watched, createdKey, wallTime) };
	}
	throw new NodeOperationError(
		context.getNode(),
		`Changes Since is not possible for ${watched.type.plural}: they carry no date of creation`,
		{ description: 'Remove this option. Records that are created from now on are reported.' },
	);
}
