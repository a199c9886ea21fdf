import { createBody, recordValues } from '../fields/recordValues';
import { inAccount } from '../resources/customObjects';
import { recordOutput } from '../output/records';
import { nameInText, type RecordType } from '../resources/types';
import { forType } from './forType';
import type { InsightlyOperation } from './types';

/** POST on the collection; answers 201 with the whole record. */
export const createRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'fields', 'simplify'),
	value: 'create',
	name: 'Create',
	action: `Create ${nameInText(type)}`,
	description: `Create a new ${nameInText(type)}`,
	endpoints: [`POST ${type.path}`],
	purpose: 'create',
	preSend: async (item, client) => {
		const here = inAccount(item, type);
		const values = await recordValues(item, client, here, 'create');
		return { method: 'POST', path: here.path, body: await createBody(item, client, here, values) };
	},
	postReceive: recordOutput,
});
