import { simplifyParameter } from '../../shared/description/common';
import {
	eventParameters,
	fieldsToWatch,
	triggerOptions,
	watchedParameter,
	type RecordEvent,
} from '../../shared/description/trigger';
import type { INodeProperties } from 'n8n-workflow';
import { fieldName, fieldValue } from '../parameters/filters';
import { customObject } from '../parameters/locators';
import { recordTypes } from '../resources';
import { customObjectRecord } from '../resources/customObjectRecord';
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

const filter = (parameter: INodeProperties): INodeProperties => ({
	...parameter,
	displayOptions: { hide: { '/event': ['deleted'] } },
});

export const triggerProperties: INodeProperties[] = [
	watchedParameter(watchedTypes, 'contact'),
	{ ...customObject, displayOptions: { show: { resource: [customObjectRecord.value] } } },
	...eventParameters(watchedTypes, eventsOf),
	{ ...simplifyParameter, displayOptions: { hide: { event: ['deleted'] } } },
	triggerOptions([
		filter(fieldName),
		filter(fieldValue),
		fieldsToWatch('getSearchFields', ['resource', 'customObject.value']),
	]),
];
