import type { INodeProperties } from 'n8n-workflow';

import { filterConditions } from '../../shared/description/filters';
import {
	eventParameters,
	fieldsToWatch,
	triggerOnParameter,
	triggerOptions,
	unlessEvent,
	watchedParameter,
	whenAnyRecord,
	type RecordEvent,
} from '../../shared/description/trigger';
import { authenticationParameter } from '../parameters/authentication';
import { condition } from '../parameters/filters';
import { spotlerOptions } from '../parameters/options';
import { objectName } from '../parameters/locators';
import { account } from '../resources/account';
import { activity } from '../resources/activity';
import { supportCase } from '../resources/case';
import { contact } from '../resources/contact';
import { opportunity } from '../resources/opportunity';
import type { RecordType } from '../resources/types';
import { recordTypes } from '../resources';

/** Everything that can be created; users come and go outside the CRM's own records. */
export const watchedTypes: readonly RecordType[] = recordTypes.filter(
	({ isReadOnly }) => !isReadOnly,
);

/** Which events a type's records can tell: without dates, only that an ID is new or gone. */
export function eventsOf({ createdKey, changedKey, stageKey }: RecordType): RecordEvent[] {
	if (changedKey === undefined) return ['created', 'deleted'];
	return [
		'created',
		'createdOrUpdated',
		'deleted',
		// Without a date of creation, a first change cannot be told from the creation.
		...(createdKey === undefined ? [] : (['updated'] as const)),
		...(stageKey === undefined ? [] : (['stageChanged'] as const)),
	];
}

/** The record says who has changed it last (`modifiedby`, a user's ID). */
const ignoredUser: INodeProperties = {
	displayName: 'Ignore Changes Made By Name or ID',
	name: 'ignoredUser',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getUsers', loadOptionsDependsOn: ['authentication'] },
	default: '',
	description:
		'Leave out records whose last change was made by this user, such as the user of the credential, so that a workflow does not start itself. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	displayOptions: unlessEvent('created', 'deleted'),
};

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

/** What has an entry of its own in Trigger On. */
const everyday = [account, activity, supportCase, contact, opportunity];

export const triggerOn = triggerOnParameter(
	everyday.map((type) => ({ name: type.name, value: type.value, events: eventsOf(type) })),
);

export const triggerProperties: INodeProperties[] = [
	authenticationParameter,
	triggerOn,
	whenAnyRecord(watchedParameter(watchedTypes, 'contact')),
	whenAnyRecord({
		...objectName,
		displayOptions: { show: { resource: ['customObject'] } },
	}),
	...eventParameters(watchedTypes, eventsOf).map(whenAnyRecord),
	{
		...filterConditions('Only records that meet all of these conditions', condition),
		displayOptions: { hide: { event: ['deleted'] } },
	},
	triggerOptions([
		fieldsToWatch('getObjectFields', ['resource', 'objectName', 'authentication']),
		ignoredUser,
		lookBack,
		spotlerOptions.rawEnvelope,
		spotlerOptions.timezone,
	]),
];
