import './n8n/environment';

import { ExecuteContext, RoutingNode, WorkflowExecute } from 'n8n-core';
import type {
	ExecutionError,
	ICredentialType,
	IExecuteData,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRunData,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

import type { CredentialValues } from './n8n/credentialsHelper';
import { inIsolate, useExpressionEngine, type ExpressionEngine } from './n8n/expressionEngine';
import {
	createAdditionalData,
	createNode,
	createNodeTypes,
	createWorkflow,
	newRunData,
	NODE_UNDER_TEST,
	START_NODE,
} from './n8n/host';

/**
 * How the node is entered. 'custom': as a workflow does, `customOperations` first, else the declarative engine.
 * 'routing': straight into the declarative engine, as when a node is called as a tool.
 */
export type Door = 'custom' | 'routing';

export interface RunOptions {
	parameters: INodeParameters;
	/** Credential values by credential type, e.g. `{ insightlyApi: { apiKey, apiUrl } }`. */
	credentials?: CredentialValues;
	/** Input items; one empty item when left out. */
	items?: INodeExecutionData[];
	/** 'custom' when left out. */
	door?: Door;
	/** The node setting *On Error: Continue*. */
	continueOnFail?: boolean;
	/** 'legacy' when left out. */
	expressionEngine?: ExpressionEngine;
	/** Other node settings: `onError`, `retryOnFail`, `executeOnce`, `typeVersion`, … */
	nodeSettings?: Partial<INode>;
	/** Time zone of the workflow, e.g. 'America/New_York'; 'UTC' when left out. */
	timezone?: string;
	/** Credential types to know; those of the package when left out. */
	credentialTypes?: ICredentialType[];
	/** Stops the execution as the editor's stop button does. */
	abortSignal?: AbortSignal;
}

export interface RunResult {
	/** Items of the first output, as the next node would get them (with `pairedItem`). */
	items: INodeExecutionData[];
	/** Items of every output; the second is the error output with `onError: 'continueErrorOutput'`. */
	outputs: INodeExecutionData[][];
	/** What stopped the node, as the editor shows it: message, description, context, httpCode. */
	error?: ExecutionError;
	/** The run data of the whole execution, by node name ('custom' door only). */
	runData?: IRunData;
	/** The node's credentials after the run, to see what a renewal wrote back. */
	credentials: CredentialValues;
}

interface Prepared {
	nodeType: INodeType;
	node: INode;
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
	items: INodeExecutionData[];
	abortSignal?: AbortSignal;
}

/**
 * Runs one node in this process, on n8n-core's own engine, and gives what comes out.
 * @returns items or the error; an execution that fails does not throw
 * @throws only when the test itself is wrong (an unknown credential type, an engine this Node cannot run)
 */
export async function runNode(nodeType: INodeType, options: RunOptions): Promise<RunResult> {
	await useExpressionEngine(options.expressionEngine ?? 'legacy');
	const credentials = options.credentials ?? {};
	const node = createNode(nodeType, deepCopy(options.parameters), credentials, {
		...(options.continueOnFail && { onError: 'continueRegularOutput' }),
		...options.nodeSettings,
	});
	const additionalData = await createAdditionalData(options);
	const workflow = createWorkflow(createNodeTypes(nodeType), node, options);
	const outcome = await (options.door === 'routing' ? throughRouting : throughWorkflow)({
		nodeType,
		node: workflow.getNode(node.name) ?? node,
		workflow,
		additionalData,
		items: deepCopy(options.items ?? [{ json: {} }]),
		abortSignal: options.abortSignal,
	});
	const { values } = additionalData.credentialsHelper as unknown as { values: CredentialValues };
	return { items: outcome.outputs[0] ?? [], credentials: values, ...outcome };
}

async function throughWorkflow(
	prepared: Prepared,
): Promise<Pick<RunResult, 'outputs' | 'error' | 'runData'>> {
	const { workflow, additionalData, items, abortSignal } = prepared;
	const start = workflow.getNode(START_NODE);
	if (!start) throw new Error('The workflow has no start node');
	// Like this, and not by `run`, whose arguments differ, the engines of all releases of n8n are started alike.
	const runData = newRunData({
		startData: {},
		resultData: { runData: {}, pinData: { [START_NODE]: items } },
		executionData: {
			...{ contextData: {}, metadata: {}, waitingExecution: {}, waitingExecutionSource: {} },
			nodeExecutionStack: [{ node: start, data: { main: [[{ json: {} }]] }, source: null }],
		},
	});
	const execution = new WorkflowExecute(additionalData, 'manual', runData).processRunExecutionData(
		workflow,
	);
	abortSignal?.addEventListener('abort', () => execution.cancel(), { once: true });
	try {
		const { resultData } = (await execution).data;
		const task = resultData.runData[NODE_UNDER_TEST]?.at(-1);
		return {
			outputs: (task?.data?.main ?? []).map((output) => output ?? []),
			error: resultData.error,
			runData: resultData.runData,
		};
	} catch (error) {
		return { outputs: [], error: error as ExecutionError };
	}
}

async function throughRouting(prepared: Prepared): Promise<Pick<RunResult, 'outputs' | 'error'>> {
	const { workflow, nodeType } = prepared;
	const routing = new RoutingNode(createExecuteContext(prepared), nodeType);
	try {
		const outputs = await inIsolate(workflow, async () => await routing.runNode());
		return { outputs: (outputs ?? []).map((output) => output ?? []) };
	} catch (error) {
		return { outputs: [], error: error as ExecutionError };
	}
}

/** The context a node gets at run time, with the items coming from the start node. */
function createExecuteContext(prepared: Prepared): ExecuteContext {
	const { workflow, node, additionalData, abortSignal } = prepared;
	const items = prepared.items.map((item, index) => ({ ...item, pairedItem: { item: index } }));
	const executeData: IExecuteData = {
		node,
		data: { main: [items] },
		source: { main: [{ previousNode: START_NODE }] },
	};
	const runExecutionData = newRunData({
		resultData: {
			runData: {
				[START_NODE]: [
					{
						startTime: 0,
						executionTime: 0,
						executionIndex: 0,
						source: [],
						data: { main: [items] },
					},
				],
			},
		},
	});
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		'manual',
		runExecutionData,
		0,
		items,
		executeData.data,
		executeData,
		[],
		abortSignal,
	);
}
