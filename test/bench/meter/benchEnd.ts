import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { end } from './gauge';

/** Ends the measuring and gives the readings, with the number of items that arrived. */
export class BenchEnd implements INodeType {
	description = {
		displayName: 'Bench End',
		name: 'benchEnd',
		group: ['output'],
		version: 1,
		description: 'Ends the measuring',
		defaults: { name: 'Bench End' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	} as INodeTypeDescription;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const reading = end(this.getExecutionId());
		const items = this.getInputData();
		const failed = items.filter(({ json }) => json.error !== undefined).length;
		const json = { ...reading, items: items.length, failed } as unknown as IDataObject;
		return [[{ json, pairedItem: { item: 0 } }]];
	}
}
