import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { eventParameter, triggerOptions, watchedParameter } from '../../shared/description/trigger';
import { authenticationParameter } from '../parameters/authentication';
import { filterConditions } from '../parameters/filters';
import { rawEnvelope, timezone } from '../parameters/options';
import { objectName } from '../parameters/locators';
import type { RecordType } from '../resources/types';
import { recordTypes } from '../resources';

/** Everything that can be created; users come and go outside the CRM's own records. */
export const watchedTypes: readonly RecordType[] = recordTypes.filter(
	({ isReadOnly }) => !isReadOnly,
);

/** Which changes a type's records can tell: without dates, only that an ID is new. */
function eventsOf({ createdKey, changedKey }: RecordType): string[] {
	if (changedKey === undefined) return ['created'];
	// Without a date of creation, a first change cannot be told from the creation.
	return createdKey === undefined
		? ['created', 'createdOrUpdated']
		: ['created', 'createdOrUpdated', 'updated'];
}

/** One Event list per set of possible events. */
function eventParameters(): INodeProperties[] {
	const sets = new Map<string, string[]>();
	for (const type of watchedTypes) {
		const key = eventsOf(type).join();
		sets.set(key, [...(sets.get(key) ?? []), type.value]);
	}
	return [...sets].map(([key, types]) => {
		const events = key.split(',');
		const options = (eventParameter.options as INodePropertyOptions[]).filter(({ value }) =>
			events.includes(String(value)),
		);
		return {
			...eventParameter,
			options,
			default: events.includes('createdOrUpdated') ? 'createdOrUpdated' : 'created',
			displayOptions: { show: { resource: types } },
		};
	});
}

/** Daylight saving repeats an hour; five minutes more for clocks that disagree. */
export const DEFAULT_LOOK_BACK_MINUTES = 65;

const lookBack: INodeProperties = {
	displayName: 'Look Back (Minutes)',
	name: 'lookBackMinutes',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_LOOK_BACK_MINUTES,
	description:
		'How far before the newest known change each poll reads again. Dates of the API carry no zone, so when daylight saving ends, an hour of them comes twice: less than 65 minutes can miss changes in that hour.',
};

export const triggerProperties: INodeProperties[] = [
	authenticationParameter,
	watchedParameter(watchedTypes, 'contact'),
	{
		...objectName,
		displayOptions: { show: { resource: ['customObject'] } },
	},
	...eventParameters(),
	filterConditions('Only records that meet all of these conditions'),
	triggerOptions([lookBack, rawEnvelope, timezone]),
];
