import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { pollForm } from '../../shared/form/pollForm';
import type { ChangeFeed } from '../../shared/polling';
import { pollScope, runPoll, runSnapshotPoll } from '../../shared/polling';
import { readPollOptions } from '../../shared/polling/options';
import { ApiClient } from '../../shared/request/client';
import { simplifyActivity } from '../output/activityEntry';
import { activityChanges, insightChanges } from './feeds';
import { listFilter } from '../fields/listFilter';
import { insightNamed, isInsight } from '../resources/insightRef';
import { simplifyInsight } from '../output/insights';
import { CURRENT_PROJECT, isProject } from '../resources/project';
import { postHog } from '../api/service';
import { resultWatch, thresholdWatch, type WatchOptions } from './watches/insightWatch';
import type { Measure } from './watches/measure';
import type { Threshold, ThresholdComparison } from './watches/threshold';

type Output = INodeExecutionData[][] | null;

/** Everything that the form of the trigger holds, for one event after the other. */
class TriggerForm {
	readonly options: IDataObject;

	constructor(readonly context: IPollFunctions) {
		this.options = this.value('options', {}) as IDataObject;
	}

	value(name: string, fallback?: unknown): unknown {
		return this.context.getNodeParameter(name, fallback);
	}

	text(name: string): string {
		return pollForm(this.context).locator(name);
	}

	get isSimple(): boolean {
		return this.options.simplify !== false;
	}

	refuse(message: string, description?: string): NodeOperationError {
		return new NodeOperationError(this.context.getNode(), message, { description });
	}

	get project(): string {
		const text = this.text('project') || CURRENT_PROJECT;
		if (isProject(text)) return text;
		throw this.refuse(
			`"${text.slice(0, 60)}" is not the ID of a project`,
			'Pick the project from the list, or give its ID.',
		);
	}

	get insight(): string {
		const text = insightNamed(this.text('insight'));
		if (isInsight(text)) return text;
		throw this.refuse(
			text === '' ? 'The insight is missing' : `"${text.slice(0, 60)}" is not the ID of an insight`,
			'Pick the insight from the list, or give its ID, its short ID or its address.',
		);
	}

	number(name: string, value: unknown): number {
		const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
		if (Number.isFinite(number)) return number;
		throw this.refuse(`${name} "${String(value).slice(0, 60)}" is not a number`);
	}
}

/** What each event of the list does. */
const EVENTS: Readonly<Record<string, (form: TriggerForm, client: ApiClient) => Promise<Output>>> =
	{
		insightCreated: async (form, client) => await pollInsights(form, client, 'created'),
		insightUpdated: async (form, client) => await pollInsights(form, client, 'updated'),
		activity: pollActivity,
		resultChanged: async (form, client) =>
			await runSnapshotPoll(
				form.context,
				resultWatch(client, watchWish(form), form.options.splitRows === true),
			),
		thresholdCrossed: async (form, client) =>
			await runSnapshotPoll(
				form.context,
				thresholdWatch(
					client,
					watchWish(form),
					{
						measure: (form.options.measure ?? 'latest') as Measure,
						series: form.text('series'),
						column: String(form.options.column ?? '').trim(),
					},
					readThreshold(form),
				),
			),
	};

/** One poll of the PostHog Insights trigger: reads the form and hands over to the polling engine. */
export async function pollPostHog(context: IPollFunctions): Promise<Output> {
	const form = new TriggerForm(context);
	const event = form.text('event');
	const poll = EVENTS[event];
	if (!poll) throw form.refuse(`"${event}" cannot be watched`, 'Pick an event from the list.');
	return await poll(form, await ApiClient.create(context, postHog));
}

async function pollInsights(
	form: TriggerForm,
	client: ApiClient,
	event: 'created' | 'updated',
): Promise<Output> {
	const { context, project } = form;
	const source = {
		timezone: context.getTimezone(),
		refuse: (message: string, description?: string) => form.refuse(message, description),
	};
	const { query } = listFilter(source, form.value('filters', {}) as IDataObject);
	const feed = insightChanges(
		client,
		project,
		event === 'created' ? 'created_at' : 'updated_at',
		query,
	);
	const scope = { account: client.account, event, project, filters: query };
	const simplify = (row: IDataObject) => simplifyInsight(row, client.baseUrl, project);
	return await pollFeed(form, feed, { scope, event, rowsName: 'insights', simplify });
}

async function pollActivity(form: TriggerForm, client: ApiClient): Promise<Output> {
	const { options, project } = form;
	const insight = form.text('activityOf') === 'insight' ? form.insight : undefined;
	const wanted = Array.isArray(options.activities) ? (options.activities as string[]) : [];
	return await pollFeed(form, activityChanges(client, project, insight), {
		scope: {
			account: client.account,
			event: 'activity',
			project,
			insight: insight ?? null,
			activities: [...wanted].sort(),
		},
		event: 'created',
		rowsName: 'activity entries',
		simplify: simplifyActivity,
		matches: ({ activity }) => wanted.length === 0 || wanted.includes(String(activity)),
	});
}

interface FeedOptions {
	scope: IDataObject;
	event: 'created' | 'updated';
	rowsName: string;
	simplify: (row: IDataObject) => IDataObject;
	matches?: (row: IDataObject) => boolean;
}

async function pollFeed(form: TriggerForm, feed: ChangeFeed, wish: FeedOptions): Promise<Output> {
	const { matches } = wish;
	const output = await runPoll(form.context, feed, {
		scope: pollScope(wish.scope),
		event: wish.event,
		rowsName: wish.rowsName,
		...(matches ? { matches: ({ json }) => matches(json) } : {}),
		...readPollOptions(form.context, form.options),
	});
	if (!output || !form.isSimple) return output;
	return output.map((items) => items.map((item) => ({ ...item, json: wish.simplify(item.json) })));
}

const watchWish = (form: TriggerForm): WatchOptions => ({
	ref: { project: form.project, insight: form.insight },
	refresh: String(form.options.refresh ?? '') || 'blocking',
	logger: form.context.logger,
});

function readThreshold(form: TriggerForm): Threshold {
	const hysteresis = form.number('Hysteresis', form.options.hysteresis ?? 0);
	if (hysteresis < 0) {
		throw form.refuse('The hysteresis is negative', 'Give 0 or more.');
	}
	return {
		comparison: form.text('comparison') as ThresholdComparison,
		value: form.number('The threshold', form.value('threshold')),
		hysteresis,
	};
}
