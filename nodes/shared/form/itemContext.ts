import type {
	IBinaryData,
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	IExecuteSingleFunctions,
	IGetNodeParameterOptions,
	INode,
	INodeExecutionData,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** A file's bytes or a stream of them. */
export type BinaryContent = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/**
 * One input item and its parameters, the same whichever door n8n used: a whole run (`customOperations`), or a single
 * item of the declarative engine (which is also how some agents call the node as a tool).
 */
export interface ItemContext {
	readonly index: number;
	readonly functions: IExecuteFunctions | IExecuteSingleFunctions;
	readonly node: INode;
	/** Zone in which the user writes dates that carry none. */
	readonly timezone: string;
	json(): IDataObject;
	/** A parameter with its expressions resolved for this item. */
	parameter(name: string, fallback?: unknown, options?: IGetNodeParameterOptions): unknown;
	/** A text parameter, trimmed. */
	text(name: string, fallback?: string): string;
	flag(name: string, fallback?: boolean): boolean;
	number(name: string, fallback?: number): number;
	collection(name: string): IDataObject;
	/** Value of a resource locator: the ID, whichever mode the user picked. */
	locator(name: string): string;
	/** Details of a file of this item. Throws a readable message if there is none under that name. */
	binary(property: string): IBinaryData;
	/** A file's content. */
	binaryContent(property: string): Promise<Buffer>;
	/** Hands a file to n8n's storage; a stream is written as it comes. */
	prepareBinary(content: BinaryContent, fileName?: string, mimeType?: string): Promise<IBinaryData>;
	binaries(): IBinaryKeyData;
	/** An error about this item, for values that cannot be right. */
	refuse(message: string, description?: string): NodeOperationError;
}

type ParameterReader = (
	name: string,
	fallback?: unknown,
	options?: IGetNodeParameterOptions,
) => unknown;

interface Door {
	functions: IExecuteFunctions | IExecuteSingleFunctions;
	index: number;
	read: ParameterReader;
	input: () => INodeExecutionData;
	binary: (property: string) => IBinaryData;
	content: (property: string) => Promise<Buffer>;
}

/** The item `index` of a whole run. */
export function itemOfRun(functions: IExecuteFunctions, index: number): ItemContext {
	return itemContext({
		functions,
		index,
		read: (name, fallback, options) =>
			functions.getNodeParameter(name, index, fallback, options as { extractValue: boolean }),
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
		read: (name, fallback, options) => functions.getNodeParameter(name, fallback, options),
		input: () => functions.getInputData(),
		binary: (property) => functions.helpers.assertBinaryData(property),
		content: async (property) => await functions.helpers.getBinaryDataBuffer(property),
	});
}

function itemContext({ functions, index, read, input, binary, content }: Door): ItemContext {
	const node = functions.getNode();
	return {
		index,
		functions,
		node,
		timezone: functions.getTimezone(),
		json: () => input().json,
		parameter: read,
		text: (name, fallback = '') => textOf(read(name, fallback)).trim(),
		flag: (name, fallback = false) => Boolean(read(name, fallback)),
		number: (name, fallback = 0) => Number(read(name, fallback)),
		collection: (name) => (read(name, {}) ?? {}) as IDataObject,
		locator: (name) => textOf(read(name, '', { extractValue: true })).trim(),
		binary,
		binaryContent: content,
		prepareBinary: async (data, fileName, mimeType) =>
			await functions.helpers.prepareBinaryData(data, fileName, mimeType),
		binaries: () => input().binary ?? {},
		refuse: (message, description) =>
			new NodeOperationError(node, message, { description, itemIndex: index }),
	};
}

const textOf = (value: unknown): string =>
	typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
