import { CREATE_OR_UPDATE, fieldMapper } from '../../shared/description/mapper';

const DEPENDS_ON = ['recordType', 'customObject.value'];

export const fields = fieldMapper(
	'The values to write. Fields that you do not add stay as they are.',
	DEPENDS_ON,
);

export const fieldsToMatch = fieldMapper(
	'The values to write, and the field to find the record by',
	DEPENDS_ON,
	CREATE_OR_UPDATE,
);

export const fieldsToFind = fieldMapper(
	'The field to find the record by, and the values of the new record if there is none',
	DEPENDS_ON,
	{
		description: 'The field that tells whether the record is already there',
		hint: 'If no record has this value, one is created. If one has it, it is returned as it is. If several have it, nothing is written.',
	},
);
