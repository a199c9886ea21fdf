import './n8n/environment';

import { CredentialTestContext, ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	IAuthenticateRuleResponseCode,
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { inIsolate } from './n8n/expressionEngine';
import {
	createAdditionalData,
	createNode,
	createNodeTypes,
	createWorkflow,
	newRunData,
} from './n8n/host';

type TestRule = NonNullable<ICredentialTestRequest['rules']>[number];

interface HttpAnswer {
	status?: number;
	statusText?: string;
}

/**
 * Presses the *Test* button of a credential form: the type's own `test` request, or the function that a node names
 * in `testedBy`.
 * @param values what the user typed into the form
 * @param node the node with the `testedBy` function, for credential types without a `test`
 * @returns the verdict and the sentence that the form shows
 */
export async function testCredential(
	credentialType: ICredentialType,
	values: ICredentialDataDecryptedObject,
	node?: INodeType,
): Promise<INodeCredentialTestResult> {
	const { name, test } = credentialType;
	if (test) return await testByRequest(credentialType, test, values);
	const testedBy = node?.description.credentials?.find((entry) => entry.name === name)?.testedBy;
	if (testedBy && typeof testedBy !== 'string') {
		return await testByRequest(credentialType, testedBy, values);
	}
	const testFunction = testedBy ? node?.methods?.credentialTest?.[testedBy] : undefined;
	if (!testFunction) throw new Error(`Nothing tests the credential "${name}"`);
	const additionalData = await createAdditionalData({ credentialTypes: [credentialType] });
	const context = new CredentialTestContext(additionalData) as unknown as ICredentialTestFunctions;
	return await testFunction.call(context, decrypted(name, values));
}

function decrypted(type: string, data: ICredentialDataDecryptedObject): ICredentialsDecrypted {
	return { id: `${type}-id`, name: `Test ${type}`, type, data };
}

/** As n8n does it: the test request becomes the only routed property of a temporary declarative node. */
function temporaryNode(credentialName: string, test: ICredentialTestRequest): INodeType {
	return {
		description: {
			displayName: 'Credential Test',
			name: 'testHost.credentialTest',
			group: ['input'],
			version: 1,
			description: 'Sends the test request of a credential type',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: credentialName, required: true }],
			properties: [
				{
					displayName: 'Test',
					name: 'test',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
		},
	};
}

async function testByRequest(
	credentialType: ICredentialType,
	test: ICredentialTestRequest,
	values: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const rules: TestRule[] = test.rules ?? [];
	try {
		const [first] = await sendTestRequest(credentialType, test, values);
		return verdictOnBody(first, rules);
	} catch (error) {
		return verdictOnRefusal(error as Error, rules);
	}
}

async function sendTestRequest(
	credentialType: ICredentialType,
	test: ICredentialTestRequest,
	values: ICredentialDataDecryptedObject,
): Promise<INodeExecutionData[]> {
	const { name } = credentialType;
	const nodeType = temporaryNode(name, test);
	const node = createNode(nodeType, {}, { [name]: values });
	const workflow = createWorkflow(createNodeTypes(nodeType), node);
	const additionalData = await createAdditionalData({
		credentials: { [name]: values },
		credentialTypes: [credentialType],
		currentNodeParameters: {},
		mode: 'internal',
	});
	const input = { main: [[{ json: {} }]] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		newRunData(),
		0,
		[],
		input,
		{ node, data: {}, source: null },
		[],
	);
	const data = (await additionalData.credentialsHelper.getDecrypted(
		additionalData,
		{ id: null, name },
		name,
		'internal',
	)) as ICredentialDataDecryptedObject;
	const routing = new RoutingNode(context, nodeType, decrypted(name, data));
	const outputs = await inIsolate(workflow, async () => await routing.runNode());
	return outputs?.[0] ?? [];
}

function verdictOnBody(
	first: INodeExecutionData | undefined,
	rules: TestRule[],
): INodeCredentialTestResult {
	for (const rule of rules) {
		if (rule.type !== 'responseSuccessBody') continue;
		const { key, value, message } = rule.properties;
		if (valueAt(first?.json, key) === value) return { status: 'Error', message };
	}
	return { status: 'OK', message: 'Connection successful!' };
}

/** The value at a dotted path, `undefined` where the path leads nowhere. */
function valueAt(json: IDataObject | undefined, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, key) => (value as IDataObject | undefined)?.[key], json);
}

function verdictOnRefusal(error: Error, rules: TestRule[]): INodeCredentialTestResult {
	const cause = error.cause as (Error & { code?: string; response?: HttpAnswer }) | undefined;
	if (cause?.response) {
		const { status, statusText } = cause.response;
		const rule = rules.find(
			(entry): entry is IAuthenticateRuleResponseCode =>
				entry.type === 'responseCode' && entry.properties.value === status,
		);
		const message =
			rule?.properties.message ?? (statusText || `Received HTTP status code: ${status}`);
		return { status: 'Error', message };
	}
	return { status: 'Error', message: cause?.code ?? error.message };
}
