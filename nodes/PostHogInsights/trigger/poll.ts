import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { FormReader } from '../../shared/form/formReader';
import { pollForm } from '../../shared/form/pollForm';
import { watchedFieldNames } from '../../shared/form/watchForm';
import type { ChangeFeed, FieldsToWatch } from '../../shared/polling';
import { pollScope, runPoll, runSnapshotPoll } from '../../shared/polling';
import { readPollOptions } from '../../shared/polling/options';
import { ApiClient } from '../../shared/request/client';
import { postHog } from '../api/service';
import { listFilter } from '../fields/listFilter';
import { activityOfKinds, simplifyActivity } from '../output/activity';
import { emailOf, isSimple, simplifyInsight } from '../output/insights';
import { readInsight } from '../resources/insight';
import { readProject } from '../resources/project';
import { activityChanges, insightChanges } from './feeds';
import { insightFields } from './watchedFields';
import { readMeasure, readThreshold, readWatch } from './watchOptions';
import { resultWatch, thresholdWatch } from './watches/insightWatch';

type Output = INodeExecutionData[][] | null;

/** One poll: what n8n gives, the form, and the account. */
interface Poll {
	context: IPollFunctions;
	form: FormReader;
	client: ApiClient;
}

/** What each event of the list does. */
const EVENTS: Readonly<Record<string, (poll: Poll) => Promise<Output>>> = {
	insightCreated: async (poll) => await pollInsights(poll, 'created'),
	insightUpdated: async (poll) => await pollInsights(poll, 'updated'),
	insightDeleted: async (poll) => await pollActivity(poll, ['deleted']),
	insightRestored: async (poll) => await pollActivity(poll, ['restored']),
	activity: async (poll) => await pollActivity(poll, poll.form.collection('options').activities),
	resultChanged: async ({ context, form, client }) => {
		const splits = form.collection('options').splitRows === true;
		return await runSnapshotPoll(context, resultWatch(client, readWatch(form, context), splits));
	},
	thresholdCrossed: async ({ context, form, client }) => {
		const watch = readWatch(form, context);
		return await runSnapshotPoll(
			context,
			thresholdWatch(client, watch, readMeasure(form), readThreshold(form)),
		);
	},
};

/** One poll of the PostHog Insights trigger: reads the form and hands over to the polling engine. */
export async function pollPostHog(context: IPollFunctions): Promise<Output> {
	const form = pollForm(context);
	const event = form.text('event');
	const poll = EVENTS[event];
	if (!poll) throw form.refuse(`"${event}" cannot be watched`, 'Pick an event from the list.');
	return await poll({ context, form, client: await ApiClient.create(context, postHog) });
}

async function pollInsights(poll: Poll, event: 'created' | 'updated'): Promise<Output> {
	const { form, client } = poll;
	const project = readProject(form);
	const { query } = listFilter(form, form.collection('filters'));
	const by = event === 'created' ? 'created_at' : 'updated_at';
	const names = event === 'updated' ? watchedFieldNames(form.collection('options')) : [];
	return await pollFeed(poll, insightChanges(client, project, by, query), {
		feed: { account: client.account, event, project, filters: query },
		...(names.length > 0
			? {
					rest: { fields: [...names].sort() },
					fields: insightFields(client, project, query, names),
				}
			: {}),
		event,
		rowsName: 'insights',
		simplify: (row) => simplifyInsight(row, client.baseUrl, project),
		keep: madeByOthers(form, ({ last_modified_by: user, created_by: maker }) => user ?? maker),
	});
}

async function pollActivity(poll: Poll, kinds: unknown): Promise<Output> {
	const { form, client } = poll;
	const project = readProject(form);
	const of = form.text('activityOf') === 'insight' ? readInsight(form) : undefined;
	const isOfKinds = activityOfKinds(kinds);
	const isOthers = madeByOthers(form, ({ user }) => user);
	return await pollFeed(poll, activityChanges(client, of ?? project), {
		feed: {
			account: client.account,
			event: 'activity',
			project,
			insight: of?.insight ?? null,
		},
		rest: { activities: Array.isArray(kinds) ? [...kinds].sort() : [] },
		event: 'created',
		rowsName: 'activity entries',
		simplify: simplifyActivity,
		keep: (row) => (isOfKinds?.(row) ?? true) && (isOthers?.(row) ?? true),
	});
}

/** Passes over what the user with the address in *Ignore Changes Made By* has done. */
function madeByOthers(
	form: FormReader,
	userIn: (row: IDataObject) => unknown,
): FeedOptions['keep'] {
	const address = String(form.collection('options').ignoredUser ?? '')
		.trim()
		.toLowerCase();
	if (address === '') return undefined;
	return (row) => emailOf(userIn(row))?.toLowerCase() !== address;
}

interface FeedOptions {
	/** What decides which rows come. */
	feed: IDataObject;
	/** What else decides which of them are handed out. */
	rest?: IDataObject;
	event: 'created' | 'updated';
	rowsName: string;
	simplify: (row: IDataObject) => IDataObject;
	keep?: (row: IDataObject) => boolean;
	fields?: FieldsToWatch;
}

async function pollFeed(
	{ context, form, client }: Poll,
	feed: ChangeFeed,
	{ feed: scope, rest, event, rowsName, simplify, keep, fields }: FeedOptions,
): Promise<Output> {
	const options = form.collection('options');
	return await runPoll(context, feed, {
		scope: pollScope({ ...scope, ...rest }),
		feed: pollScope(scope),
		timeline: client.host,
		event,
		rowsName,
		...(fields ? { fields } : {}),
		...(keep ? { matches: ({ json }) => keep(json) } : {}),
		...(isSimple(options) ? { present: simplify } : {}),
		...readPollOptions(context, options),
	});
}
