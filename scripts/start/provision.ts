import { fs, join, projectDir } from './machine';
import { completeSchema, type NodeWithFields } from './mapperSchema';
import type { N8nClient } from './n8nClient';

/** A workflow in n8n, as far as the launcher needs it. */
export interface DemoWorkflow {
	id: string;
	name: string;
	/** Address path of its canvas in the editor. */
	path: string;
	credentialId: string;
}

export interface SandboxAccount {
	apiKey: string;
	/** Base address of the API, e.g. http://127.0.0.1:4010/v3.1 */
	apiUrl: string;
}

interface Listed {
	id: string;
	name: string;
	active?: boolean;
	versionId?: string;
	activeVersionId?: string | null;
	isArchived?: boolean;
}

interface WorkflowFile {
	name: string;
	nodes: NodeWithFields[];
}

const credentialName = 'Insightly sandbox';
const credentialType = 'insightlyApi';
const workflowFile = join(projectDir, 'examples', 'insightly-contact-follow-up.json');

/**
 * Sees to it that n8n holds the sandbox credential with the current key and address, and the demo workflow, active.
 * A workflow of that name that is there already is kept as the user left it; it is only switched on.
 */
export async function provision(client: N8nClient, account: SandboxAccount): Promise<DemoWorkflow> {
	const credential = await provideCredential(client, account);
	const workflow = await provideWorkflow(client, credential.id);
	const path = `/workflows/${workflow.id}`;
	// Switched on by n8n itself when it started, but with the address of an earlier sandbox: its first poll led nowhere.
	const isAstray = workflow.active && credential.hasMoved;
	if (isAstray) await client.post(`${path}/deactivate`, {});
	if (isAstray || !workflow.active) {
		const versionId = workflow.activeVersionId ?? workflow.versionId;
		await client.post(`${path}/activate`, { versionId });
	}
	return {
		id: workflow.id,
		name: workflow.name,
		path: `/workflow/${workflow.id}`,
		credentialId: credential.id,
	};
}

async function provideCredential(
	client: N8nClient,
	account: SandboxAccount,
): Promise<{ id: string; hasMoved: boolean }> {
	const credential = {
		name: credentialName,
		type: credentialType,
		data: { apiKey: account.apiKey, apiUrl: account.apiUrl },
	};
	const all = await client.get<Listed[]>('/credentials');
	const id = all.find(({ name }) => name === credentialName)?.id;
	if (id === undefined) {
		const created = await client.post<Listed>('/credentials', credential);
		return { id: created.id, hasMoved: false };
	}
	const path = `/credentials/${id}`;
	const stored = await client.get<{ data?: { apiUrl?: string } }>(`${path}?includeData=true`);
	await client.patch(path, credential);
	return { id, hasMoved: stored.data?.apiUrl !== account.apiUrl };
}

async function provideWorkflow(client: N8nClient, credentialId: string): Promise<Listed> {
	const file = JSON.parse(fs.readFileSync(workflowFile, 'utf8')) as WorkflowFile;
	const all = await client.get<Listed[]>('/workflows');
	const present = all.find(({ name, isArchived }) => name === file.name && !isArchived);
	if (present) return await client.get<Listed>(`/workflows/${present.id}`);
	for (const node of file.nodes) {
		if (node.credentials?.[credentialType]) {
			node.credentials[credentialType] = { id: credentialId, name: credentialName };
			await completeSchema(client, node);
		}
	}
	return await client.post<Listed>('/workflows', file);
}
