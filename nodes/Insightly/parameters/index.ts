import type { INodeProperties } from 'n8n-workflow';

import { simplifyParameter } from '../../shared/description/common';
import type { ParameterPool } from '../../shared/description/properties';
import { filePool } from './files';
import { listPool } from './listOptions';
import { customObject, hostRecord, linkRecord, parent, record } from './locators';
import { fields, fieldsToFind, fieldsToMatch } from './mappers';
import { optionsOf } from './options';
import { partPool } from './subResources';
import { recordTypeParameters } from './recordType';
import { stagePool } from './stages';

const updateOptions: INodeProperties = optionsOf({
	displayName: 'Only If ETag Matches',
	name: 'ifMatch',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.ETag }}',
	description:
		'The ETag of the record when you read it (Get returns it). If the record was changed meanwhile, it is not updated.',
});

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
	linkRecordType,
	linkRecord,
	fields,
	fieldsToMatch,
	fieldsToFind,
	...otherParts,
	...stagePool,
	...filePool,
	...lists,
	simplify: simplifyParameter,
	listOptions,
	optionsOfParent,
	updateOptions,
};
