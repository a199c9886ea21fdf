/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { Expression, type Workflow } from 'n8n-workflow';

/** 'vm' evaluates in an isolate, as n8n does by default; 'legacy' evaluates in the process. */
export type ExpressionEngine = 'legacy' | 'vm';

/** n8n-workflow loads its isolates by a dynamic import, which jest allows with this flag only. */
const NEEDED_FLAG = '--experimental-vm-modules';

const flags = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ');

/** isolated-vm's native module is built for Node 24 and newer; n8n's second isolated engine runs everywhere. */
const isolatedEngine = Number(process.versions.node.split('.')[0]) >= 24 ? 'vm' : 'quickjs';

/**
 * The engines that can be used in this run, for `describe.each`: both under `npm test`, 'legacy' alone when jest is
 * started without the flag. Below Node 24, n8n's QuickJS engine stands in for isolated-vm under the name 'vm'.
 */
export const availableEngines: ExpressionEngine[] = flags.includes(NEEDED_FLAG)
	? ['legacy', 'vm']
	: ['legacy'];

/**
 * Chooses the engine for all expressions evaluated from now on (n8n-workflow keeps it per process).
 * @throws when jest was started without the flag that 'vm' needs
 */
export async function useExpressionEngine(engine: ExpressionEngine): Promise<void> {
	if (!availableEngines.includes(engine)) {
		throw new Error(`Start jest with node ${NEEDED_FLAG} to evaluate expressions in an isolate`);
	}
	if (engine === 'legacy') {
		await closeExpressionEngine();
		return;
	}
	await Expression.initExpressionEngine({
		engine: isolatedEngine,
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
	});
}

/** Frees the isolates. Call it in `afterAll` of a test file that used the 'vm' engine. */
export async function closeExpressionEngine(): Promise<void> {
	// Releases of n8n before isolates know the legacy engine only.
	if (!('disposeExpressionEngine' in Expression)) return;
	await Expression.disposeExpressionEngine();
	Expression.setExpressionEngine('legacy');
}

/** Runs something that evaluates expressions, in an isolate where this release of n8n has any. */
export async function inIsolate<T>(workflow: Workflow, run: () => Promise<T>): Promise<T> {
	const expression: Partial<Pick<Expression, 'withIsolate'>> = workflow.expression;
	return expression.withIsolate ? await workflow.expression.withIsolate(run) : await run();
}
