import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IDataObject,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { deepCopy, ICredentialsHelper, NodeHelpers } from 'n8n-workflow';

import { addGenericAuthentication } from './genericAuthentication';

/** Credential values of a test: type name -> what the user typed into the credential's form. */
export type CredentialValues = Record<string, ICredentialDataDecryptedObject>;

const NOT_NEEDED_HERE =
	'The test host keeps credentials in memory only; this function has no counterpart here.';

/**
 * Stands in for n8n's own credentials helper: same rules for defaults, expressions, `authenticate` in both its
 * forms (function, generic) and `preAuthentication`; the values come from the test instead of a database.
 */
export class TestCredentialsHelper extends ICredentialsHelper {
	/** Values by credential type; `preAuthentication` writes back here, as n8n writes to its database. */
	readonly values: CredentialValues;

	private readonly types: Map<string, ICredentialType>;

	constructor(types: ICredentialType[], values: CredentialValues) {
		super();
		this.types = new Map(types.map((type) => [type.name, type]));
		this.values = deepCopy(values);
	}

	getParentTypes(name: string): string[] {
		const parents = this.types.get(name)?.extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		const type = this.types.get(credentialType);
		if (!type?.restrictToSupportedNodes) return true;
		return (type.supportedNodes ?? []).includes(nodeType);
	}

	/** Gives the request with the credential added; a generic form is resolved value by value, falsy results become ''. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const { authenticate } = this.typeOf(typeName);
		if (authenticate === undefined) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (!workflow || !node) throw new Error('Generic authentication needs a workflow and a node');
		return addGenericAuthentication(authenticate, options, credentials, workflow, node);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeOf(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (!expirable || !type.preAuthentication) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const renewed = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (renewed[expirable.name] === undefined) return undefined;
		Object.assign((this.values[typeName] ??= {}), renewed);
		return Object.assign(credentials, renewed);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const renewed = await this.typeOf(typeName).preAuthentication?.call(helpers, credentials);
		return renewed as ICredentialDataDecryptedObject | undefined;
	}

	/** The stored values completed with the type's defaults, expressions resolved (unless `raw`). */
	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		typeName: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		expressionResolveValues?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = this.values[typeName];
		if (!stored) throw new Error(`The test gave no values for the credential "${typeName}"`);
		if (raw) return stored;
		const complete = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(typeName),
			stored as IDataObject as Parameters<typeof NodeHelpers.getNodeParameters>[1],
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		if (!expressionResolveValues) return complete;
		const at = expressionResolveValues;
		return at.workflow.expression.getParameterValue(
			complete as Parameters<typeof at.workflow.expression.getParameterValue>[0],
			at.runExecutionData,
			at.runIndex,
			at.itemIndex,
			at.node.name,
			at.connectionInputData,
			mode,
			{},
			executeData,
			false,
			complete as Parameters<typeof at.workflow.expression.getParameterValue>[10],
		) as ICredentialDataDecryptedObject;
	}

	/** The form fields of a type, those of the types it extends included. */
	getCredentialsProperties(typeName: string): INodeProperties[] {
		const type = this.typeOf(typeName);
		const properties: INodeProperties[] = [];
		for (const parent of type.extends ?? []) {
			NodeHelpers.mergeNodeProperties(properties, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(properties, type.properties);
		return properties;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error(NOT_NEEDED_HERE);
	}

	async updateCredentials(
		_nodeCredentials: INodeCredentialsDetails,
		typeName: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.values[typeName] = data;
	}

	/** A renewed OAuth2 token is kept like a renewed key. */
	async updateCredentialsOauthTokenData(
		_nodeCredentials: INodeCredentialsDetails,
		typeName: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	): Promise<void> {
		Object.assign((this.values[typeName] ??= {}), { oauthTokenData });
	}

	private typeOf(name: string): ICredentialType {
		const type = this.types.get(name);
		if (!type) throw new Error(`The test host knows no credential type "${name}"`);
		return type;
	}
}
