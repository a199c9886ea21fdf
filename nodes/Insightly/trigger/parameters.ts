import { simplifyParameter } from '../../shared/description/common';
import {
	eventParameters,
	fieldsToWatch,
	triggerOnParameter,
	triggerOptions,
	watchedParameter,
	whenAnyRecord,
	type RecordEvent,
} from '../../shared/description/trigger';
import type { INodeProperties } from 'n8n-workflow';
import { triggerFilters } from '../parameters/filters';
import { customObject } from '../parameters/locators';
import { recordTypes } from '../resources';
import { contact } from '../resources/contact';
import { customObjectRecord } from '../resources/customObjectRecord';
import { lead } from '../resources/lead';
import { opportunity } from '../resources/opportunity';
import { organisation } from '../resources/organisation';
import { project } from '../resources/project';
import { task } from '../resources/task';
import { offers, type RecordType } from '../resources/types';

/** A few types carry no date of change (emails cannot be changed): of those, new ones are reported. */
const canReportChanges = ({ isSearchable, updatedKey, createdKey }: RecordType): boolean =>
	isSearchable && (updatedKey ?? createdKey) !== undefined;

/** Deletions are found in lists that come page by page. */
const canReportDeletions = (type: RecordType): boolean =>
	offers(type, 'list') && type.listing !== 'whole';

/** Which events a record type's list and search can tell. */
export function eventsOf(type: RecordType): RecordEvent[] {
	const hasChanges = canReportChanges(type);
	const hasUpdates = hasChanges && type.updatedKey !== undefined;
	return [
		...(hasChanges ? (['created'] as const) : []),
		...(hasUpdates ? (['createdOrUpdated', 'updated'] as const) : []),
		...(hasUpdates && type.stageKeys ? (['stageChanged'] as const) : []),
		...(canReportDeletions(type) ? (['deleted'] as const) : []),
	];
}

/** Record types with anything to report. */
export const watchedTypes = recordTypes.filter((type) => eventsOf(type).length > 0);

/** What has an entry of its own in Trigger On. */
const everyday = [contact, lead, opportunity, organisation, project, task];

export const triggerOn = triggerOnParameter(
	everyday.map((type) => ({ name: type.name, value: type.value, events: eventsOf(type) })),
);

export const triggerProperties: INodeProperties[] = [
	triggerOn,
	whenAnyRecord(watchedParameter(watchedTypes, 'contact')),
	whenAnyRecord({
		...customObject,
		displayOptions: { show: { resource: [customObjectRecord.value] } },
	}),
	...eventParameters(watchedTypes, eventsOf).map(whenAnyRecord),
	{ ...simplifyParameter, displayOptions: { hide: { event: ['deleted'] } } },
	{ ...triggerFilters, displayOptions: { hide: { event: ['deleted'] } } },
	triggerOptions([fieldsToWatch('getSearchFields', ['resource', 'customObject.value'])]),
];
