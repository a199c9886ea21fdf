import type { RecordEvent } from '../../shared/description/trigger';
import type { FormReader } from '../../shared/form/formReader';
import type { ChangeFeed, PollEvent, PollOptions } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import { crmTimezone } from '../api/formats';
import { changedRecords } from './changedRecords';
import { firstIdSince, newRecords } from './newRecords';
import { DEFAULT_LOOK_BACK_MINUTES } from './parameters';
import type { Watched } from './watched';

/** A feed, and what the polling engine has to know about it. */
export interface Feed extends Pick<PollOptions, 'event' | 'creationToleranceMs' | 'backlogSince'> {
	feed: ChangeFeed;
	/** Whether it goes by dates; otherwise by IDs. */
	isByDate: boolean;
}

/** What the user asked for. */
export interface FeedOptions {
	event: RecordEvent;
	/** Moment from which changes are reported; milliseconds of the CRM's own clock. */
	backlogSince: number | undefined;
}

/**
 * The feed that an event needs: by date for changes, by ID for new records and for types without dates.
 * @throws NodeOperationError for a backlog that the type's records cannot tell
 */
export function feedOf(
	form: FormReader,
	client: ApiClient,
	watched: Watched,
	{ event, backlogSince }: FeedOptions,
): Feed {
	const { changedKey } = watched.type;
	if (event !== 'created' && changedKey !== undefined) {
		const feed = changedRecords(
			client,
			{ ...watched, changedKey },
			{ lookBackMinutes: lookBackMinutes(form), timezone: crmTimezone(form) },
		);
		return {
			feed,
			isByDate: true,
			event: engineEvent(event),
			...(backlogSince === undefined ? {} : { backlogSince }),
		};
	}
	const backlog = backlogSince === undefined ? {} : idBacklog(form, client, watched, backlogSince);
	// Two IDs are never "about the same time".
	return {
		feed: newRecords(client, watched),
		isByDate: false,
		event: 'created',
		creationToleranceMs: 0,
		...backlog,
	};
}

/** A change of stage is a change. */
const engineEvent = (event: RecordEvent): PollEvent =>
	event === 'created' || event === 'createdOrUpdated' ? event : 'updated';

function lookBackMinutes(form: FormReader): number {
	const { lookBackMinutes: minutes } = form.collection('options');
	const wanted = Number(minutes ?? DEFAULT_LOOK_BACK_MINUTES);
	return wanted >= 1 ? wanted : DEFAULT_LOOK_BACK_MINUTES;
}

/** Where a backlog begins in a feed by ID: at the first ID made since then. */
function idBacklog(
	form: FormReader,
	client: ApiClient,
	watched: Watched,
	wallTime: number,
): Pick<PollOptions, 'backlogSince'> {
	const { createdKey, plural } = watched.type;
	if (createdKey === undefined) {
		throw form.refuse(
			`Changes Since is not possible for ${plural}: they carry no date of creation`,
			'Remove this option. Records that are created from now on are reported.',
		);
	}
	return { backlogSince: async () => await firstIdSince(client, watched, createdKey, wallTime) };
}
