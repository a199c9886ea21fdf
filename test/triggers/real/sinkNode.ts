/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** The last node of each workflow: tells the test that its items have arrived, and waits until it may go on. */
export class Sink implements INodeType {
	description = {
		displayName: 'Sink',
		name: 'sink',
		group: ['output'],
		version: 1,
		description: 'Tells a test what has arrived',
		defaults: { name: 'Sink' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [{ displayName: 'URL', name: 'url', type: 'string', default: '' }],
	} as INodeTypeDescription;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const body: IDataObject = { pid: process.pid, execution: this.getExecutionId() };
		await this.helpers.httpRequest({
			method: 'POST',
			url: String(this.getNodeParameter('url', 0)),
			body,
			json: true,
		});
		return [items];
	}
}
