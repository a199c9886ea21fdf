import type { RecordEvent } from '../../shared/description/trigger';
import { readWatch, watchedFieldNames } from '../../shared/form/watchForm';
import type { FormReader } from '../../shared/form/formReader';
import type { PollOptions } from '../../shared/polling';
import { recordIn } from '../api/envelope';
import type { RecordType } from '../resources/types';
import { eventsOf } from './parameters';

/**
 * The event in the form. Types without dates only tell new records, whatever a form from before says.
 * @throws NodeOperationError when the record type does not tell of it
 */
export function readEvent(form: FormReader, type: RecordType): RecordEvent {
	const { event } = readWatch(form);
	const known = eventsOf(type).find((one) => one === event);
	if (known) return known;
	if (event === 'updated' || event === 'createdOrUpdated') return 'created';
	throw form.refuse(
		`"${event.slice(0, 60)}" cannot be watched for ${type.plural}`,
		'Pick an event from the list.',
	);
}

/** Names of the fields of which a change is reported; none: of all. */
export function readFieldNames(form: FormReader, event: RecordEvent, type: RecordType): string[] {
	if (event === 'stageChanged') return type.stageKey === undefined ? [] : [type.stageKey];
	return watchedFieldNames(form.collection('options'));
}

/** Passes over what the user named in *Ignore Changes Made By* has changed last. */
export function ignoring(form: FormReader): Pick<PollOptions, 'matches'> {
	const user = String(form.collection('options').ignoredUser ?? '').trim();
	if (user === '') return {};
	return { matches: ({ json }) => String(recordIn(json)?.modifiedby ?? '') !== user };
}
