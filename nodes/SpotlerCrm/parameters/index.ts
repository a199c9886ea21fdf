import { listParameters } from '../../shared/description/common';
import { recordPool } from '../../shared/description/recordPool';
import { referencePool } from '../../shared/description/references';
import type { ParameterPool } from '../../shared/description/properties';
import { fileParameters } from './files';
import { listFilters } from './filters';
import { recordTypes } from '../resources';
import { objectName, recordLocator, referenceLocator } from './locators';
import { lookupParameters } from './lookups';
import { mapperParameters } from './mappers';

export { spotlerOptions } from './options';

/** Every parameter of the node besides Authentication, Resource, Operation and Options, in the order in which forms show them. */
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
};
