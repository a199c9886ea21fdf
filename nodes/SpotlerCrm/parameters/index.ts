import { listParameters } from '../../shared/description/common';
import { recordPool } from '../../shared/description/recordPool';
import { referencePool } from '../../shared/description/references';
import { notChangedSince, skipIfUnchanged } from '../../shared/description/writeOptions';
import type { ParameterPool } from '../../shared/description/properties';
import { fileParameters } from './files';
import { listFilters } from './filters';
import { recordTypes } from '../resources';
import { objectName, recordLocator, referenceLocator } from './locators';
import { lookupParameters } from './lookups';
import { mapperParameters } from './mappers';
import {
	accountName,
	filterJson,
	includeLines,
	match,
	optionsOf,
	rawEnvelope,
	sort,
	timezone,
} from './options';

const forLists = [match, timezone, filterJson, rawEnvelope, sort];

/** Every parameter of the node besides Authentication, Resource and Operation, in the order in which forms show them. */
export const spotlerParameters: ParameterPool = {
	objectName,
	...lookupParameters,
	record: recordLocator(),
	...recordPool(recordTypes, recordLocator),
	...mapperParameters,
	...referencePool(recordTypes, referenceLocator),
	...fileParameters,
	...listParameters,
	filters: listFilters,
	readOptions: optionsOf(rawEnvelope),
	linesOptions: optionsOf(rawEnvelope, includeLines),
	writeOptions: optionsOf(rawEnvelope, timezone),
	updateOptions: optionsOf(notChangedSince, rawEnvelope, skipIfUnchanged, timezone),
	upsertOptions: optionsOf(accountName, notChangedSince, rawEnvelope, skipIfUnchanged, timezone),
	listOptions: optionsOf(...forLists),
	linesListOptions: optionsOf(...forLists, includeLines),
	// The name of the object takes a place in the form, so the filters move in here.
	namedListOptions: optionsOf(...forLists, listFilters),
};
