import type {
	IDataObject,
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { RequestSettings } from '../request/account';
import { ApiClient } from '../request/client';
import { stopSignalOf } from '../request/limits';
import { rowsOf } from '../request/rows';
import { UnsafeRequestError } from '../request/safeRequest';
import type { ApiService } from '../request/types';
import { waitUnlessStopped } from '../request/waits';
import { itemOfRun, itemOfSingle, type ItemContext } from '../form/itemContext';
import { RunParameters } from '../form/runParameters';
import { readBatching, readRequestSettings } from '../form/requestOptions';
import { writesInTurn } from './keyedMutex';
import type { Operation, OperationResult, Resource } from './types';

/** Items worked on at once in one run. The account's rate limiter decides how many requests really leave. */
const ITEMS_IN_FLIGHT = 8;

/**
 * First door: n8n hands the whole run over. Items are worked on side by side, in bounded number, and answered in
 * order; lists of any length pass; a failed item with *Continue on fail* carries its error and its link.
 */
export function customOperationsOf(
	service: ApiService,
	resources: readonly Resource[],
): NonNullable<INodeType['customOperations']> {
	return Object.fromEntries(
		resources.map((resource) => [
			resource.value,
			Object.fromEntries(
				resource.operations.map((operation) => [
					operation.value,
					async function (this: IExecuteFunctions) {
						return [await runAllItems(this, service, operation)];
					},
				]),
			),
		]),
	);
}

/**
 * Second door: n8n's declarative engine hands one item over as a "page" request. Gives exactly what the first door
 * gives for that item. Older agents and MCP servers call the node this way.
 */
export function operationPaginate(service: ApiService, resources: readonly Resource[]) {
	return async function (this: IExecutePaginationFunctions): Promise<INodeExecutionData[]> {
		const item = itemOfSingle(this);
		const operation = findOperation(item, resources);
		const client = await ApiClient.create(this, service, readRequestSettings(item));
		return await runItem(operation, item, client);
	};
}

function findOperation(item: ItemContext, resources: readonly Resource[]): Operation {
	const resource = resources.find(({ value }) => value === item.text('resource'));
	const operation = resource?.operations.find(({ value }) => value === item.text('operation'));
	if (operation) return operation;
	throw item.refuse(
		`There is no operation "${item.text('operation')}" for "${item.text('resource')}"`,
		'Pick the resource and the operation from the lists.',
	);
}

async function runAllItems(
	functions: IExecuteFunctions,
	service: ApiService,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const count = functions.getInputData().length;
	if (count === 0) return [];
	const parameters = new RunParameters(functions);
	const first = itemOfRun(functions, 0, parameters);
	const settings: RequestSettings = readRequestSettings(first);
	const client = await ApiClient.create(functions, service, settings);
	const batching = readBatching(first);
	const outputs = new Array<INodeExecutionData[]>(count);
	let failed: { error: Error } | undefined;

	const work = async (index: number) => {
		try {
			outputs[index] = await runItem(operation, itemOfRun(functions, index, parameters), client);
		} catch (error) {
			const itemError = errorOfItem(functions, error, index);
			if (functions.continueOnFail()) outputs[index] = [failedItem(itemError, index)];
			else failed ??= { error: itemError };
		}
	};

	for (let from = 0; from < count && !failed; from += batching.size) {
		if (from > 0 && batching.intervalMs > 0) {
			await waitUnlessStopped(batching.intervalMs, stopSignalOf(functions));
		}
		const to = Math.min(count, from + batching.size);
		await forEachInFlight(from, to, work, () => failed !== undefined);
	}
	if (failed) throw failed.error;
	return joined(outputs);
}

/** One list out of many, without spreading: a spread of 150,000 rows overflows the call stack. */
function joined(outputs: INodeExecutionData[][]): INodeExecutionData[] {
	return outputs.length === 1 ? outputs[0] : outputs.flat();
}

async function forEachInFlight(
	from: number,
	to: number,
	work: (index: number) => Promise<void>,
	mustStop: () => boolean,
): Promise<void> {
	let next = from;
	const worker = async () => {
		while (next < to && !mustStop()) await work(next++);
	};
	await Promise.all(Array.from({ length: Math.min(ITEMS_IN_FLIGHT, to - from) }, worker));
}

async function runItem(
	operation: Operation,
	item: ItemContext,
	client: ApiClient,
): Promise<INodeExecutionData[]> {
	try {
		const key = operation.mutexKey?.(item);
		if (key === undefined) return await performItem(operation, item, client);
		return await writesInTurn.runExclusive(
			`${client.account} ${key}`,
			async () => await performItem(operation, item, client),
		);
	} catch (error) {
		if (!(error instanceof UnsafeRequestError)) throw error as Error;
		throw item.refuse(error.message, error.description);
	}
}

async function performItem(
	operation: Operation,
	item: ItemContext,
	client: ApiClient,
): Promise<INodeExecutionData[]> {
	const result = await resultOf(operation, item, client);
	const items = operation.output
		? await operation.output(result, item, client)
		: itemsOf(result.rows);
	// n8n cannot guess which rows came from which item, so each one says so itself.
	const pairedItem = { item: item.index };
	for (const one of items) one.pairedItem = pairedItem;
	return items;
}

async function resultOf(
	operation: Operation,
	item: ItemContext,
	client: ApiClient,
): Promise<OperationResult> {
	if ('perform' in operation) {
		const done = await operation.perform(item, client);
		return Array.isArray(done) ? { rows: done } : { rows: rowsOf(done.body), response: done };
	}
	const request = await operation.request(item);
	if (operation.paging) return { rows: await operation.paging(client, request, item) };
	const response = await client.send(request);
	return { rows: rowsOf(response.body), response, request };
}

/** Rows as items. */
export const itemsOf = (rows: IDataObject[]): INodeExecutionData[] =>
	rows.map((json) => ({ json }));

function errorOfItem(
	functions: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	const known =
		error instanceof NodeApiError || error instanceof NodeOperationError
			? error
			: new NodeOperationError(functions.getNode(), error as Error, { itemIndex });
	known.context.itemIndex = itemIndex;
	return known;
}

/**
 * What goes on after a failed item, where the user wants to go on. n8n replaces the JSON of items that carry `error`
 * themselves; with exactly these keys it adds them to what came in, so that the error output still has the item
 * (*observed*, n8n-core 2.41.1).
 */
const failedItem = (
	{ message, description }: NodeApiError | NodeOperationError,
	index: number,
): INodeExecutionData => ({
	json: { error: message, details: description ?? '' },
	pairedItem: { item: index },
});
