import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { wallTimeAt } from '../../shared/fields/dates';
import { pollForm } from '../../shared/form/pollForm';
import { pollScope, runPoll, type PollEvent } from '../../shared/polling';
import { readPollOptions } from '../../shared/polling/options';
import { ApiClient } from '../../shared/request/client';
import { crmTimezone } from '../api/formats';
import { spotlerCrm } from '../api/service';
import { feedOf } from './feeds';
import { readWatched } from './watched';

/** One poll of the Spotler CRM trigger: reads the form and hands over to the polling engine. */
export async function pollSpotler(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const form = pollForm(context);
	const timezone = crmTimezone(form);
	const client = await ApiClient.create(context, spotlerCrm);
	const watched = await readWatched(form, client);
	const { backlogSince, ...limits } = readPollOptions(context, form.collection('options'));
	const { feed, ...pace } = feedOf(form, client, watched, {
		event: form.text('event') as PollEvent,
		backlogSince: backlogSince && wallTimeAt(backlogSince, timezone),
	});
	const { object, query = null } = watched;
	const event = form.text('event');
	return await runPoll(context, feed, {
		scope: pollScope({ account: client.account, object, event, query }),
		rowsName: watched.type.plural,
		...limits,
		...pace,
	});
}
