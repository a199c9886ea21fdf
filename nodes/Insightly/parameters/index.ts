import { listParameters, simplifyParameter } from '../../shared/description/common';
import type { OptionPool } from '../../shared/description/options';
import { recordPool } from '../../shared/description/recordPool';
import { referencePool } from '../../shared/description/references';
import type { ParameterPool } from '../../shared/description/properties';
import { fileOptions, filePool } from './files';
import { listFilters } from './filters';
import { listOptions } from './listOptions';
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
import { partOptions, partPool } from './subResources';
import { recordTypeParameters } from './recordType';
import { stageOptions, stagePool } from './stages';
import { writeOptions } from './writeOptions';

const { linkRecordType, linkTo, customObjectOfParent, ...otherParts } = partPool;

/** Every parameter of the node besides Resource, Operation and Options, in the order in which forms show them. */
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
			`The ${displayName.toLowerCase()} that the record belongs to`,
		),
	),
	linkTo,
	...otherParts,
	...stagePool,
	...filePool,
	...listParameters,
	filters: listFilters,
	simplify: simplifyParameter,
};

/** Everything that Options can offer. */
export const insightlyOptions: OptionPool = {
	...listOptions,
	...writeOptions,
	...partOptions,
	...stageOptions,
	...fileOptions,
};
