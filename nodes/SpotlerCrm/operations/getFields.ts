import type { IDataObject } from 'n8n-workflow';

import { flag, text } from '../../shared/fields/define';
import { itemsOf } from '../../shared/operations/run';
import type { Operation } from '../../shared/operations/types';
import { pathSegment } from '../../shared/request/safeRequest';
import { namedObject } from '../api/objectName';
import { readDictionary, type DictionaryField } from '../fields/dictionaryResponse';
import { wantsEnvelope } from '../output/records';

/** `GET /datadictionary/{object}` (API v4 page); what its response looks like is told nowhere. */
export const getFields: Operation = {
	value: 'getFields',
	name: 'Get Fields',
	action: 'Get data dictionary fields',
	description: 'Get the fields of an object, with their types and whether they are required',
	endpoints: ['GET /datadictionary/{object}'],
	outputFields: [text('name'), text('label'), text('type'), flag('required'), flag('readOnly')],
	parameters: ['lookupObject'],
	options: ['rawEnvelope'],
	request: (item) => ({
		method: 'GET',
		path: `/datadictionary/${pathSegment(namedObject(item))}`,
	}),
	output: ({ rows, response }, item) => {
		const fields = wantsEnvelope(item) ? [] : readDictionary(response?.body);
		// A response in no known shape is handed on whole: the workflow may still make something of it.
		return itemsOf(fields.length > 0 ? fields.map(fieldRow) : rows);
	},
};

const fieldRow = (field: DictionaryField): IDataObject => ({
	name: field.name,
	label: field.label ?? field.name,
	type: field.type ?? null,
	required: field.required,
	readOnly: field.readOnly,
	...(field.choices ? { choices: field.choices.map(({ value }) => value) } : {}),
});
