import ts from 'typescript';

import { fs, join } from '../../../scripts/start/machine';
import { benchDir } from '../machine';

/** n8n finds nodes by the names of their files. */
const FILES = { gauge: 'gauge', benchStart: 'BenchStart.node', benchEnd: 'BenchEnd.node' };

/** Writes the measuring nodes into a folder that n8n loads nodes from (`CUSTOM.benchStart`, `CUSTOM.benchEnd`). */
export function installMeter(dir: string): void {
	fs.mkdirSync(dir, { recursive: true });
	for (const [name, target] of Object.entries(FILES)) {
		const source = fs.readFileSync(join(benchDir, 'meter', `${name}.ts`), 'utf8');
		const { outputText } = ts.transpileModule(source, {
			compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
		});
		fs.writeFileSync(join(dir, `${target}.js`), outputText);
	}
}
