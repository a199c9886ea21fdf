import type { INodeExecutionData } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import type { Endpoint, Operation, OperationResult } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';
import { sharingFields } from '../output/outputFields';
import { LOOK_UP } from '../resources/insight';
import { sharingKey, sharingPath, withAddresses } from '../resources/sharing';

type About = Pick<Operation, 'value' | 'name' | 'action' | 'description'> & {
	endpoint: Endpoint;
	parameters?: readonly string[];
	options?: readonly string[];
	outputFields?: Operation['outputFields'];
	output?: Operation['output'];
};

/** What is asked of an insight's sharing, and below which part of it. */
type SharingRequest = Omit<ApiRequest, 'path'> & { below?: string };

/** An operation of one request to an insight's sharing; those that write to the same insight take turns. */
export const sharingOperation = (
	{
		endpoint,
		parameters = [],
		outputFields = sharingFields,
		output = sharingOutput,
		...about
	}: About,
	requestOf: (item: ItemContext) => SharingRequest,
): Operation => ({
	...about,
	endpoints: [endpoint, LOOK_UP],
	outputFields,
	parameters: ['project', 'insight', ...parameters],
	...(endpoint.startsWith('GET') ? {} : { mutexKey: sharingKey }),
	perform: async (item, client) => {
		const { below, ...request } = requestOf(item);
		return await client.send({ ...request, path: await sharingPath(item, client, below) });
	},
	output,
});

const sharingOutput = (
	{ rows }: OperationResult,
	_item: ItemContext,
	client: ApiClient,
): INodeExecutionData[] => rows.map((row) => ({ json: withAddresses(row, client.baseUrl) }));
