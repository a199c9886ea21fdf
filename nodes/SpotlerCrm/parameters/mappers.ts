import { CREATE_OR_UPDATE, fieldMapper } from '../../shared/description/mapper';
import type { ParameterPool } from '../../shared/description/properties';

const DEPENDS_ON = ['objectName', 'authentication'];

/** The fields of a form that writes. */
export const mapperParameters: ParameterPool = {
	fields: fieldMapper(
		'The values to write. Fields that you do not add stay as they are.',
		DEPENDS_ON,
	),
	fieldsToMatch: fieldMapper(
		'The values to write, and the field to find the record by',
		DEPENDS_ON,
		CREATE_OR_UPDATE,
	),
};
