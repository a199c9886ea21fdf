import type {
	IBinaryData,
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	IExecuteSingleFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { formReader, type FormReader } from './formReader';
import { addHint } from './hints';
import type { RunParameters } from './runParameters';

/** A file's bytes or a stream of them. */
export type BinaryContent = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/**
 * One input item and its form, the same whichever door n8n used: a whole run (`customOperations`), or a single item of
 * the declarative engine (which is also how some agents call the node as a tool).
 */
export interface ItemContext extends FormReader {
	readonly index: number;
	readonly functions: IExecuteFunctions | IExecuteSingleFunctions;
	/** Whether an agent calls the node as a tool. */
	readonly isTool: boolean;
	json(): IDataObject;
	/** Details of a file of this item. Throws a readable message if there is none under that name. */
	binary(property: string): IBinaryData;
	/** A file's content. */
	binaryContent(property: string): Promise<Buffer>;
	/** Hands a file to n8n's storage; a stream is written as it comes. */
	prepareBinary(content: BinaryContent, fileName?: string, mimeType?: string): Promise<IBinaryData>;
	binaries(): IBinaryKeyData;
	/** Says something beside the output of the run, once for all items. */
	hint(message: string): void;
}

interface Door {
	functions: IExecuteFunctions | IExecuteSingleFunctions;
	index: number;
	resolve: (name: string, fallback: unknown) => unknown;
	input: () => INodeExecutionData;
	binary: (property: string) => IBinaryData;
	content: (property: string) => Promise<Buffer>;
}

/** The item `index` of a whole run, whose parameters are worked out together. */
export function itemOfRun(
	functions: IExecuteFunctions,
	index: number,
	parameters: RunParameters,
): ItemContext {
	return itemContext({
		functions,
		index,
		resolve: (name, fallback) => parameters.resolve(name, index, fallback),
		input: () => functions.getInputData()[index],
		binary: (property) => functions.helpers.assertBinaryData(index, property),
		content: async (property) => await functions.helpers.getBinaryDataBuffer(index, property),
	});
}

/** The one item that the declarative engine is working on. */
export function itemOfSingle(functions: IExecuteSingleFunctions): ItemContext {
	return itemContext({
		functions,
		index: functions.getItemIndex(),
		resolve: (name, fallback) => functions.getNodeParameter(name, fallback),
		input: () => functions.getInputData(),
		binary: (property) => functions.helpers.assertBinaryData(property),
		content: async (property) => await functions.helpers.getBinaryDataBuffer(property),
	});
}

function itemContext({ functions, index, resolve, input, binary, content }: Door): ItemContext {
	const form = formReader({
		node: functions.getNode(),
		timezone: functions.getTimezone(),
		resolve,
		itemIndex: index,
	});
	return {
		...form,
		index,
		functions,
		isTool: isTool(functions),
		json: () => input().json,
		binary,
		binaryContent: content,
		prepareBinary: async (data, fileName, mimeType) =>
			await functions.helpers.prepareBinaryData(data, fileName, mimeType),
		binaries: () => input().binary ?? {},
		hint: (message) => addHint(functions, message),
	};
}

/**
 * The node that an agent calls is of a type of its own, whose name ends with `Tool`; where n8n's engine does not run it
 * itself, n8n says so besides (*observed*, n8n-core 2.41.1).
 */
const isTool = (functions: Door['functions']): boolean =>
	functions.getNode().type.endsWith('Tool') ||
	('isToolExecution' in functions && functions.isToolExecution());
