import { simplifyParameter } from '../../shared/description/common';
import { recordPool } from '../../shared/description/recordPool';
import { referencePool } from '../../shared/description/references';
import type { ParameterPool } from '../../shared/description/properties';
import { filePool } from './files';
import { listPool } from './listOptions';
import {
	customObject,
	hostRecord,
	linkRecord,
	parent,
	record,
	recordLocator,
	searchMethodOf,
} from './locators';
import { recordTypes } from '../resources';
import { fields, fieldsToFind, fieldsToMatch } from './mappers';
import { partPool } from './subResources';
import { recordTypeParameters } from './recordType';
import { stagePool } from './stages';
import { writePool } from './writeOptions';

const { linkRecordType, customObjectOfParent, ...otherParts } = partPool;
const { listOptions, optionsOfParent, ...lists } = listPool;

/** Every parameter of the node besides Resource and Operation, in the order in which forms show them. */
export const insightlyParameters: ParameterPool = {
	...recordTypeParameters(),
	customObject,
	customObjectOfParent,
	parent,
	hostRecord,
	record,
	...recordPool(recordTypes, (name) =>
		recordLocator(name, 'recordId', 'searchRecords', `The ${name.toLowerCase()} to work on`),
	),
	linkRecordType,
	linkRecord,
	fields,
	fieldsToMatch,
	fieldsToFind,
	...referencePool(recordTypes, (displayName, name, refersTo) =>
		recordLocator(
			displayName,
			name,
			searchMethodOf(refersTo),
			`The ${displayName.toLowerCase()} that it belongs to`,
		),
	),
	...otherParts,
	...stagePool,
	...filePool,
	...lists,
	simplify: simplifyParameter,
	listOptions,
	optionsOfParent,
	...writePool,
};
