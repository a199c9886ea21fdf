import type { IDataObject } from 'n8n-workflow';

import { date as day, flag, integer, readOnly, text } from '../../shared/fields/define';
import { requireFields } from '../../shared/fields/mapper';
import type { ItemContext } from '../../shared/form/itemContext';
import { formValues } from '../fields/formValues';
import { replaceAll } from '../operations/replaceAll';
import type { SubResource } from './types';

const DATE_FIELDS = [
	...readOnly(integer('DATE_ID')),
	text('OCCASION_NAME', 255, { required: true }),
	day('OCCASION_DATE', { required: true }),
	flag('REPEAT_YEARLY'),
	flag('CREATE_TASK_YEARLY'),
];

export const date: SubResource = {
	value: 'date',
	name: 'Date',
	description: 'Birthdays, renewals and other dates of a contact or an organisation',
	rows: [
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many dates',
			description: 'List the dates of a contact or an organisation',
			endpoint: 'GET /{parent}/{id}/Dates',
			below: 'dates',
			parameters: ['returnAll', 'limit'],
			outputFields: DATE_FIELDS,
		},
		{
			value: 'replace',
			name: 'Replace All',
			action: 'Replace all dates',
			description: 'Give a contact or an organisation exactly these dates and no others',
			endpoint: 'PUT /{parent}/{id}/Dates',
			below: 'dates',
			parameters: ['dates'],
			outputFields: DATE_FIELDS,
			perform: async (item, client, { path }) => await replaceAll(client, path, readDates(item)),
		},
	],
};

function readDates(item: ItemContext): IDataObject[] {
	const { date: rows } = item.collection('dates');
	return ((rows ?? []) as IDataObject[]).map((row) => {
		const values = formValues(item, DATE_FIELDS, {
			OCCASION_NAME: row.name,
			OCCASION_DATE: row.date,
			REPEAT_YEARLY: row.isYearly,
			CREATE_TASK_YEARLY: row.createsTask,
		});
		requireFields(item, values, DATE_FIELDS);
		return values;
	});
}
