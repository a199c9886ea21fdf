import type { IDataObject } from 'n8n-workflow';

import { flag, text } from '../../shared/fields/define';
import { rowsOf } from '../../shared/request/rows';
import type { Operation, Resource } from '../../shared/operations/types';
import { readDictionary } from '../fields/dictionaryResponse';
import { namedObject } from '../resources/objectName';
import { plainItems, wantsEnvelope } from '../output/records';

const FIELD = [text('name'), text('label'), text('type'), flag('required'), flag('readOnly')];

const getFields: Operation = {
	value: 'getFields',
	name: 'Get Fields',
	action: 'Get data dictionary fields',
	description: 'Get the fields of an object, with their types and whether they are required',
	endpoints: ['GET /datadictionary/{object}'],
	outputFields: FIELD,
	parameters: ['lookupObject', 'readOptions'],
	preSend: (item) => ({
		method: 'GET',
		path: `/datadictionary/${encodeURIComponent(namedObject(item))}`,
	}),
	postReceive: ({ response }, item) => {
		const fields = wantsEnvelope(item) ? [] : readDictionary(response?.body);
		// An answer in no known shape is handed on whole: the workflow may still make something of it.
		if (fields.length === 0) return plainItems(rowsOf(response?.body));
		return plainItems(
			fields.map(
				({ name, label, type, required, readOnly, choices }): IDataObject => ({
					name,
					label: label ?? name,
					type: type ?? null,
					required,
					readOnly,
					...(choices ? { choices: choices.map((one) => one.value) } : {}),
				}),
			),
		);
	},
};

export const dictionaryResource: Resource = {
	value: 'dataDictionary',
	name: 'Data Dictionary',
	operations: [getFields],
};
