import type { ProvidedCredential } from './credentials';
import { fs, join, projectDir } from './machine';
import { completeSchema, type NodeWithFields } from './mapperSchema';
import type { N8nClient } from './n8nClient';
import { pickInsights } from './pickInsights';

/** A workflow in n8n, as far as the launcher needs it. */
export interface DemoWorkflow {
	id: string;
	name: string;
	/** Address path of its canvas in the editor. */
	path: string;
}

/** A workflow as n8n answers it. */
export interface Stored {
	id: string;
	name: string;
	active?: boolean;
	versionId?: string;
	activeVersionId?: string | null;
	isArchived?: boolean;
}

/** A workflow as its file has it. */
export interface WorkflowFile {
	name: string;
	nodes: NodeWithFields[];
}

/**
 * Sees to it that n8n holds the workflow of an example file, connected to the given credentials, and switched on if
 * `isActive`. A workflow of that name that is there already is kept as the user left it; it is only switched on.
 */
export async function provideWorkflow(
	client: N8nClient,
	file: string,
	credentials: ProvidedCredential[],
	isActive: boolean,
): Promise<DemoWorkflow> {
	const example = readExample(file);
	const all = await client.get<Stored[]>('/workflows');
	const present = all.find(({ name, isArchived }) => name === example.name && !isArchived);
	const stored = present
		? await client.get<Stored>(`/workflows/${present.id}`)
		: await importExample(client, example, credentials);
	const hasMoved = credentials.some((credential) => credential.hasMoved);
	if (isActive) await switchOn(client, stored, hasMoved);
	return { id: stored.id, name: stored.name, path: `/workflow/${stored.id}` };
}

/** The example workflow of that name in examples/. */
export function readExample(file: string): WorkflowFile {
	return JSON.parse(fs.readFileSync(join(projectDir, 'examples', file), 'utf8')) as WorkflowFile;
}

/** Stores an example in n8n, connected to the given credentials. */
export async function importExample(
	client: N8nClient,
	example: WorkflowFile,
	credentials: ProvidedCredential[],
): Promise<Stored> {
	for (const node of example.nodes) {
		const credential = credentials.find(({ type }) => node.credentials?.[type]);
		if (!credential) continue;
		const { id, name, type } = credential;
		node.credentials = { [type]: { id, name } };
		await pickInsights(client, node);
		await completeSchema(client, node);
	}
	return await client.post<Stored>('/workflows', example);
}

/** Publishes a workflow; `hasMoved` says that it may have been active with an address that leads nowhere now. */
export async function switchOn(
	client: N8nClient,
	stored: Stored,
	hasMoved: boolean,
): Promise<void> {
	const path = `/workflows/${stored.id}`;
	// Switched on by n8n itself when it started, but with the address of an earlier sandbox: its first poll led nowhere.
	const isAstray = stored.active === true && hasMoved;
	if (isAstray) await client.post(`${path}/deactivate`, {});
	if (isAstray || !stored.active) {
		const versionId = stored.activeVersionId ?? stored.versionId;
		await client.post(`${path}/activate`, { versionId });
	}
}
