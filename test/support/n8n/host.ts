import './environment';

import { DirectoryLoader, ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import type {
	ICredentialType,
	IDataObject,
	INode,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';

import { packageCredentialTypes } from './credentialTypes';
import { TestCredentialsHelper, type CredentialValues } from './credentialsHelper';

export const START_NODE = 'Start';
export const START_TYPE = 'testHost.start';
export const NODE_UNDER_TEST = 'Node under test';

/** A node that only hands on what is pinned on it: the origin of the input items. */
const startNodeType: INodeType = {
	description: {
		displayName: 'Start',
		name: START_TYPE,
		group: ['trigger'],
		version: 1,
		description: 'Where the input items of a test come from',
		defaults: { name: START_NODE },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
};

/** What an execution begins with. Engines of n8n 1.x take the plain data and have no function for it. */
export const newRunData: typeof createRunExecutionData = (data) =>
	(createRunExecutionData as typeof createRunExecutionData | undefined)?.(data) ??
	({ ...data } as ReturnType<typeof createRunExecutionData>);

/** Older engines keep external secrets elsewhere; no test has any. */
const newSecretsProxy = (): ExternalSecretsProxy => {
	const known = ExternalSecretsProxy as typeof ExternalSecretsProxy | undefined;
	return known ? new known() : ({} as ExternalSecretsProxy);
};

const prepared = new WeakSet<INodeType>();

/** Does once what n8n's loader does to every declarative node: adds the *Request Options* setting. */
function prepareAsLoaded(nodeType: INodeType): INodeType {
	if (!prepared.has(nodeType)) {
		DirectoryLoader.applyDeclarativeNodeOptionParameters(nodeType);
		prepared.add(nodeType);
	}
	return nodeType;
}

/** A node type registry with the given node types (found by their `description.name`) and the start node. */
export function createNodeTypes(...nodeTypes: INodeType[]): INodeTypes {
	const byName = new Map<string, INodeType>([[START_TYPE, startNodeType]]);
	for (const nodeType of nodeTypes)
		byName.set(nodeType.description.name, prepareAsLoaded(nodeType));
	const find = (name: string): INodeType => {
		const nodeType = byName.get(name);
		if (!nodeType) throw new Error(`The test host knows no node type "${name}"`);
		return nodeType;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

function latestVersion(nodeType: INodeType): number {
	const { version, defaultVersion } = nodeType.description;
	return defaultVersion ?? (Array.isArray(version) ? Math.max(...version) : version);
}

/** One node as a workflow file holds it; parameters that are left out get their defaults when the workflow is built. */
export function createNode(
	nodeType: INodeType,
	parameters: INodeParameters,
	credentials: CredentialValues = {},
	settings: Partial<INode> = {},
): INode {
	return {
		id: 'node-under-test',
		name: NODE_UNDER_TEST,
		type: nodeType.description.name,
		typeVersion: latestVersion(nodeType),
		position: [200, 0],
		parameters,
		credentials: Object.fromEntries(
			Object.keys(credentials).map((type) => [type, { id: `${type}-id`, name: `Test ${type}` }]),
		),
		...settings,
	};
}

/** The workflow `Start -> node`, in UTC unless another time zone is given. */
export function createWorkflow(
	nodeTypes: INodeTypes,
	node: INode,
	options: { staticData?: IDataObject; timezone?: string; others?: INode[] } = {},
): Workflow {
	const start: INode = {
		id: 'start',
		name: START_NODE,
		type: START_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	return new Workflow({
		id: 'test-workflow',
		name: 'Test workflow',
		nodes: [start, node, ...(options.others ?? [])],
		connections: {
			[START_NODE]: { main: [[{ node: node.name, type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		active: false,
		nodeTypes,
		staticData: options.staticData,
		settings: { executionOrder: 'v1', timezone: options.timezone ?? 'UTC' },
	});
}

/**
 * What n8n hands to every execution besides the workflow. Credential types are those of the package unless given.
 * All addresses are placeholders that parse; nothing listens there.
 */
export async function createAdditionalData(options: {
	credentials?: CredentialValues;
	credentialTypes?: ICredentialType[];
	currentNodeParameters?: INodeParameters;
	mode?: WorkflowExecuteMode;
}): Promise<IWorkflowExecuteAdditionalData> {
	const address = 'http://127.0.0.1:9/';
	const credentialTypes = options.credentialTypes ?? (await packageCredentialTypes());
	const workflowData = {
		id: 'test-workflow',
		name: 'Test workflow',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: [],
		connections: {},
	};
	const notInTests = async (): Promise<never> => {
		throw new Error('The test host runs single nodes: no sub-workflows, no task runners');
	};
	return {
		credentialsHelper: new TestCredentialsHelper(credentialTypes, options.credentials ?? {}),
		hooks: new ExecutionLifecycleHooks(options.mode ?? 'manual', '1', workflowData),
		externalSecretsProxy: newSecretsProxy(),
		executionId: '1',
		workflowId: 'test-workflow',
		currentNodeExecutionIndex: 0,
		currentNodeParameters: options.currentNodeParameters,
		variables: {},
		restApiUrl: address,
		instanceBaseUrl: address,
		formBaseUrl: address,
		formWaitingBaseUrl: address,
		formTestBaseUrl: address,
		webhookBaseUrl: address,
		webhookWaitingBaseUrl: address,
		webhookTestBaseUrl: address,
		mcpBaseUrl: address,
		mcpTestBaseUrl: address,
		executeWorkflow: notInTests,
		startRunnerTask: notInTests,
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		setExecutionStatus: () => {},
		logAiEvent: () => {},
	} as IWorkflowExecuteAdditionalData;
}
