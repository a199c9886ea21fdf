import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { pollForm } from '../../shared/form/pollForm';
import { pollScope, runPoll, type PollEvent } from '../../shared/polling';
import { readPollOptions } from '../../shared/polling/options';
import { ApiClient } from '../../shared/request/client';
import { insightlyChanges, type FieldFilter } from './feeds';
import {
	CUSTOM_OBJECT,
	CUSTOM_OBJECT_ADVICE,
	customObjectType,
	noCustomObject,
} from '../resources/customObjects';
import { simplifyRecord } from '../output/records';
import type { RecordType } from '../resources/types';
import { customObjectRecord } from '../resources/customObjectRecord';
import { insightly } from '../api/service';
import { watchedTypes } from './parameters';

/** One poll of the Insightly trigger: reads the parameters and hands over to the polling engine. */
export async function pollInsightly(
	context: IPollFunctions,
): Promise<INodeExecutionData[][] | null> {
	const resource = context.getNodeParameter('resource') as string;
	const event = context.getNodeParameter('event') as PollEvent;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const type = watchedType(context, resource);
	if (event === 'updated' && type.updatedKey === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			`Insightly does not say when ${type.plural} change`,
			{
				description: 'Watch for created ones instead.',
			},
		);
	}
	const filter = readFilter(context, options);
	const client = await ApiClient.create(context, insightly);
	const output = await runPoll(context, insightlyChanges(client, type, filter), {
		scope: pollScope({
			account: client.account,
			resource: scopeName(type),
			event,
			filter: filter && { ...filter },
		}),
		event,
		rowsName: type.plural,
		...readPollOptions(context, options),
	});
	const isSimple = context.getNodeParameter('simplify', true) as boolean;
	if (!output || !isSimple) return output;
	return output.map((items) => items.map((item) => ({ ...item, json: simplifyRecord(item.json) })));
}

/** Every custom object is a feed of its own. */
const scopeName = ({ value, path }: RecordType): string =>
	value === customObjectRecord.value ? `${value} ${path.toLowerCase()}` : value;

function watchedType(context: IPollFunctions, resource: string): RecordType {
	const type = watchedTypes.find(({ value }) => value === resource);
	if (!type) {
		throw new NodeOperationError(context.getNode(), `"${resource}" cannot be watched`, {
			description: 'Pick a resource from the list.',
		});
	}
	if (type !== customObjectRecord) return type;
	const name = pollForm(context).locator(CUSTOM_OBJECT);
	const known = customObjectType(name);
	if (known) return known;
	throw new NodeOperationError(context.getNode(), noCustomObject(name), {
		description: CUSTOM_OBJECT_ADVICE,
	});
}

function readFilter(context: IPollFunctions, options: IDataObject): FieldFilter | undefined {
	const name = String(options.fieldName ?? '').trim();
	const value = String(options.fieldValue ?? '');
	if ((name === '') !== (value === '')) {
		throw new NodeOperationError(
			context.getNode(),
			name === '' ? 'The filter has a value but no field' : 'The filter has a field but no value',
			{
				description: 'Insightly searches by a field and its exact value: give both, or neither.',
			},
		);
	}
	return name === '' ? undefined : { name, value };
}
