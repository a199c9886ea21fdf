import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { wallTimeAt } from '../../shared/fields/dates';
import { pollForm } from '../../shared/form/pollForm';
import { pollScope, runDeletionPoll, runPoll } from '../../shared/polling';
import { readPollOptions } from '../../shared/polling/options';
import { ApiClient } from '../../shared/request/client';
import { crmTimezone } from '../api/formats';
import { spotlerCrm } from '../api/service';
import { ignoring, readEvent, readFieldNames } from './events';
import { feedOf } from './feeds';
import { spotlerDeletions, spotlerFields } from './lists';
import { readWatched } from './watched';

/** One poll of the Spotler CRM trigger: reads the form and hands over to the polling engine. */
export async function pollSpotler(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const form = pollForm(context);
	const timezone = crmTimezone(form);
	const client = await ApiClient.create(context, spotlerCrm);
	const watched = await readWatched(form, client);
	const { object, query = null, type } = watched;
	const event = readEvent(form, type);
	const { backlogSince, ...limits } = readPollOptions(context, form.collection('options'));
	if (event === 'deleted') {
		return await runDeletionPoll(context, {
			...spotlerDeletions(client, watched),
			...(limits.maxRows === undefined ? {} : { maxRows: limits.maxRows }),
			scope: pollScope({ account: client.account, object, event }),
			rowsName: type.plural,
		});
	}
	const { feed, isByDate, ...pace } = feedOf(form, client, watched, {
		event,
		backlogSince: backlogSince && wallTimeAt(backlogSince, timezone),
	});
	const fields = isByDate ? readFieldNames(form, event, type) : [];
	const belonging = { account: client.account, object, isByDate, query };
	return await runPoll(context, feed, {
		scope: pollScope({ ...belonging, event, fields: [...fields].sort() }),
		feed: pollScope(belonging),
		// IDs only have an order within one object of one account.
		timeline: isByDate ? client.host : pollScope({ account: client.account, object }),
		tellsEvent: true,
		rowsName: type.plural,
		...(fields.length > 0 ? { fields: spotlerFields(client, watched, fields) } : {}),
		...ignoring(form),
		...limits,
		...pace,
	});
}
