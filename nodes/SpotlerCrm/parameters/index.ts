import type { INodeProperties } from 'n8n-workflow';

import { listParameters } from '../../shared/description/common';
import { CREATE_OR_UPDATE, fieldMapper } from '../../shared/description/mapper';
import type { ParameterPool } from '../../shared/description/properties';
import { filterConditions } from './filters';
import { fieldNameParameter, filterJson, match, rawEnvelope, sort, timezone } from './options';

const recordLocator: INodeProperties = {
	displayName: 'Record',
	name: 'recordId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The record to work on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchRecords', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 95950731',
		},
	],
};

const objectName: INodeProperties = {
	displayName: 'Object Name',
	name: 'objectName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. policies',
	description: "The custom object's name as it stands in addresses of the API: plural, lower case",
};

const DEPENDS_ON = ['objectName', 'authentication'];

/** A collection of options, the same ones in the same words wherever they are offered. */
const optionsOf = (...options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

const includeLines: INodeProperties = {
	displayName: 'Include Lines',
	name: 'includeLines',
	type: 'boolean',
	default: false,
	description: 'Whether to return the opportunity lines inside each opportunity',
};

const filters = filterConditions(
	'Only records that meet these conditions. Without any, all records are returned.',
);

const parentObject: INodeProperties = {
	displayName: 'Parent Object',
	name: 'parentObject',
	type: 'string',
	default: 'Account',
	required: true,
	placeholder: 'e.g. Account',
	description:
		'Kind of record that the document belongs to: the record type in the singular, such as Account, Contact, Opportunity, or the name of a custom object',
};

const lookupParameters: ParameterPool = {
	lookupObject: {
		...objectName,
		default: 'accounts',
		placeholder: 'e.g. accounts',
		description: "The object's name as it stands in addresses of the API, such as accounts",
	},
	lookupField: {
		...fieldNameParameter,
		displayName: 'Field Name or ID',
		name: 'fieldName',
		typeOptions: {
			loadOptionsMethod: 'getLookupFields',
			loadOptionsDependsOn: ['objectName', 'authentication'],
		},
		required: true,
	},
	listName: {
		displayName: 'List Name',
		name: 'listName',
		type: 'string',
		default: '',
		required: true,
		description:
			'Name of the lookup list. It is not documented how it relates to the name of the field: ask Spotler, or see the settings of your lists.',
	},
	newValues: {
		displayName: 'Values',
		name: 'values',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		description: 'The values to add, one per line. An expression can also give a list.',
	},
};

const fileParameters: ParameterPool = {
	inputField: {
		displayName: 'Input Binary Field',
		name: 'binaryProperty',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input field containing the file',
	},
	parentObject,
	parentId: {
		displayName: 'Parent ID',
		name: 'parentId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 95950731',
		description: 'ID of the record that the document belongs to',
	},
	outputField: {
		displayName: 'Put Output File in Field',
		name: 'binaryProperty',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output field to put the file in',
	},
	uploadOptions: optionsOf(
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			description: 'What the document is about',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. contract.pdf',
			description: 'Name to give the file. Without it, the file keeps its own.',
		},
		rawEnvelope,
	),
};

/** Every parameter of the node besides Authentication, Resource and Operation, in the order in which forms show them. */
export const spotlerParameters: ParameterPool = {
	objectName,
	...lookupParameters,
	record: recordLocator,
	fields: fieldMapper(
		'The values to write. Fields that you do not add stay as they are.',
		DEPENDS_ON,
	),
	fieldsToMatch: fieldMapper(
		'The values to write, and the field to find the record by',
		DEPENDS_ON,
		CREATE_OR_UPDATE,
	),
	...fileParameters,
	...listParameters,
	filters,
	readOptions: optionsOf(rawEnvelope),
	linesOptions: optionsOf(rawEnvelope, includeLines),
	writeOptions: optionsOf(rawEnvelope, timezone),
	listOptions: optionsOf(match, timezone, filterJson, rawEnvelope, sort),
	linesListOptions: optionsOf(match, timezone, filterJson, rawEnvelope, sort, includeLines),
	// The name of the object takes a place in the form, so the filters move in here.
	namedListOptions: optionsOf(match, timezone, filterJson, rawEnvelope, sort, filters),
};
