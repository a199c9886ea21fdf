/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import './environment';

import { createRequire } from 'node:module';

import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

interface ContainerLike {
	get<T>(type: new (...args: never[]) => T): T;
}

/** n8n-core brings its own copy of the container that its services live in. */
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
	Container: ContainerLike;
};

/** Where n8n keeps files: 'filesystem' (n8n's own default) or 'default', which means in memory, inside the item. */
export type BinaryStorage = 'filesystem' | 'default';

/** Lets n8n keep files there from now on, in this process. */
export async function useBinaryStorage(mode: BinaryStorage): Promise<void> {
	Container.get(BinaryDataConfig).mode = mode;
	await Container.get(BinaryDataService).init();
}

/** An item with a file in the field `data`, kept where n8n keeps files at the moment. */
export async function itemWithFile(
	content: Parameters<BinaryDataService['store']>[1],
	about: Pick<IBinaryData, 'mimeType' | 'fileName' | 'fileExtension'>,
): Promise<INodeExecutionData> {
	const place = { type: 'execution' as const, workflowId: 'test', executionId: 'test' };
	const data = await Container.get(BinaryDataService).store(place, content, { ...about, data: '' });
	return { json: {}, binary: { data } };
}

/** The content of a file that came out of a node, wherever n8n keeps it. */
export async function contentOf(binary: IBinaryData): Promise<Buffer> {
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}
