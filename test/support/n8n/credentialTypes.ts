/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { ICredentialType } from 'n8n-workflow';
import { basename, join } from 'node:path';

import packageJson from '../../../package.json';

const projectRoot = join(__dirname, '..', '..', '..');

/** Where the TypeScript source of a file listed in package.json (`dist/….js`) lies, without its ending. */
function sourceOf(distPath: string): string {
	return join(projectRoot, distPath.replace(/^dist\//, '').replace(/\.js$/, ''));
}

/**
 * The credential types that package.json lists, loaded from their TypeScript sources: one new instance each.
 * @throws when a listed file cannot be loaded or does not export the class that its name promises
 */
export async function packageCredentialTypes(): Promise<ICredentialType[]> {
	return await Promise.all(
		packageJson.n8n.credentials.map(async (distPath) => {
			const className = basename(distPath).replace('.credentials.js', '');
			const loaded = (await import(sourceOf(distPath))) as Record<
				string,
				new () => ICredentialType
			>;
			return new loaded[className]();
		}),
	);
}
