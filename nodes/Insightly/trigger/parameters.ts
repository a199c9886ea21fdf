import type { INodeProperties } from 'n8n-workflow';

import { simplifyParameter } from '../../shared/description/common';
import { eventParameter, triggerOptions, watchedParameter } from '../../shared/description/trigger';
import { fieldName, fieldValue } from '../parameters/filters';
import { customObject } from '../parameters/locators';
import { recordTypes } from '../resources';
import { customObjectRecord } from '../resources/customObjectRecord';

/**
 * Record types that can be searched by their last change. A few carry no date of change (emails cannot be changed):
 * of those, new ones are reported.
 */
export const watchedTypes = recordTypes.filter(
	({ isSearchable, updatedKey, createdKey }) =>
		isSearchable && (updatedKey ?? createdKey) !== undefined,
);

export const triggerProperties: INodeProperties[] = [
	watchedParameter(watchedTypes, 'contact'),
	{ ...customObject, displayOptions: { show: { resource: [customObjectRecord.value] } } },
	eventParameter,
	simplifyParameter,
	triggerOptions([fieldName, fieldValue]),
];
