import './n8n/environment';

import { LoadOptionsContext } from 'n8n-core';
import type {
	ICredentialType,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	ResourceMapperFields,
	Workflow,
} from 'n8n-workflow';
import { deepCopy, NodeHelpers } from 'n8n-workflow';

import type { CredentialValues } from './n8n/credentialsHelper';
import { inIsolate } from './n8n/expressionEngine';
import { createAdditionalData, createNode, createNodeTypes, createWorkflow } from './n8n/host';

export interface MethodOptions {
	/** What the form holds at that moment; the rest gets its defaults, as the editor sends them. */
	parameters?: INodeParameters;
	credentials?: CredentialValues;
	credentialTypes?: ICredentialType[];
	/** Path of the parameter that asks, e.g. 'parameters.recordId'; needed for sibling look-ups only. */
	path?: string;
}

/** The context in which the editor calls a node's `methods`. */
async function createLoadOptionsContext(
	nodeType: INodeType,
	options: MethodOptions,
): Promise<{ context: LoadOptionsContext; workflow: Workflow }> {
	const node = createNode(nodeType, deepCopy(options.parameters ?? {}), options.credentials);
	const workflow = createWorkflow(createNodeTypes(nodeType), node);
	const currentNodeParameters =
		NodeHelpers.getNodeParameters(
			nodeType.description.properties,
			node.parameters,
			true,
			false,
			node,
			nodeType.description,
		) ?? {};
	const additionalData = await createAdditionalData({ ...options, currentNodeParameters });
	const placed = workflow.getNode(node.name) ?? node;
	const path = options.path ?? 'parameters';
	return { context: new LoadOptionsContext(workflow, placed, additionalData, path), workflow };
}

type MethodKind = 'listSearch' | 'loadOptions' | 'resourceMapping';

async function callMethod<Result>(
	nodeType: INodeType,
	kind: MethodKind,
	name: string,
	options: MethodOptions,
	...args: unknown[]
): Promise<Result> {
	const method = nodeType.methods?.[kind]?.[name] as
		| ((this: ILoadOptionsFunctions, ...args: unknown[]) => Promise<Result>)
		| undefined;
	if (!method) {
		const present = Object.keys(nodeType.methods?.[kind] ?? {}).join(', ') || 'none';
		throw new Error(`The node has no ${kind} method "${name}" (it has: ${present})`);
	}
	const { context, workflow } = await createLoadOptionsContext(nodeType, options);
	return await inIsolate(workflow, async () => await method.call(context, ...args));
}

/**
 * Asks for one page of a resource locator's *From list*.
 * @returns the entries and, when there are more, a `paginationToken` for the next call
 * @throws what the method throws
 */
export async function listSearch(
	nodeType: INodeType,
	name: string,
	options: MethodOptions & { filter?: string; paginationToken?: string } = {},
): Promise<INodeListSearchResult> {
	const { filter, paginationToken } = options;
	return await callMethod(nodeType, 'listSearch', name, options, filter, paginationToken);
}

/** Asks for the entries of a dropdown. Throws what the method throws. */
export async function loadOptions(
	nodeType: INodeType,
	name: string,
	options: MethodOptions = {},
): Promise<INodePropertyOptions[]> {
	return await callMethod(nodeType, 'loadOptions', name, options);
}

/** Asks for the fields of a resource mapper. Throws what the method throws. */
export async function resourceMapperFields(
	nodeType: INodeType,
	name: string,
	options: MethodOptions = {},
): Promise<ResourceMapperFields> {
	return await callMethod(nodeType, 'resourceMapping', name, options);
}
