import ts from 'typescript';

import { fs, join } from '../../scripts/start/machine';

/**
 * Writes nodes that only tests use into a folder that n8n loads nodes from (`N8N_CUSTOM_EXTENSIONS`): there they are
 * called `CUSTOM.<name>`.
 *
 * @param files name of each TypeScript file in `from`, and of the file it becomes, both without their ending
 */
export function writeNodes(from: string, files: Record<string, string>, dir: string): void {
	fs.mkdirSync(dir, { recursive: true });
	for (const [name, target] of Object.entries(files)) {
		const source = fs.readFileSync(join(from, `${name}.ts`), 'utf8');
		const { outputText } = ts.transpileModule(source, {
			compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
		});
		fs.writeFileSync(join(dir, `${target}.js`), outputText);
	}
}
