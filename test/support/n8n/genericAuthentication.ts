import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
	INode,
	Workflow,
} from 'n8n-workflow';
import { isExpression } from 'n8n-workflow';

/** Values that are expressions are resolved with `$credentials`; n8n turns everything falsy into ''. */
function resolve(
	value: string,
	credentials: ICredentialDataDecryptedObject,
	workflow: Workflow,
	node: INode,
): string {
	if (!isExpression(value)) return value;
	const resolved = workflow.expression.getSimpleParameterValue(
		node,
		value,
		'internal',
		{ $credentials: credentials as IDataObject as never },
		undefined,
		'',
	);
	return resolved ? String(resolved) : '';
}

/**
 * Adds a credential's generic `authenticate` (headers, query, body, auth) to a request, keys and values resolved.
 * @returns the same request object, changed
 */
export function addGenericAuthentication(
	{ properties }: IAuthenticateGeneric,
	options: IHttpRequestOptions,
	credentials: ICredentialDataDecryptedObject,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	options.headers ??= {};
	const target = options as IHttpRequestOptions & Record<string, IDataObject | undefined>;
	for (const [part, values] of Object.entries(
		properties as Record<string, Record<string, string>>,
	)) {
		const destination = (target[part] ??= {});
		for (const [key, value] of Object.entries(values)) {
			const name = resolve(key, credentials, workflow, node);
			destination[name] = resolve(value, credentials, workflow, node);
		}
	}
	return options;
}
