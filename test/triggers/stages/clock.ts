/* eslint-disable @typescript-eslint/no-require-imports */
import type { INodeType } from 'n8n-workflow';

import type { SandboxClock } from '../../../sandbox/shared/clock';
import { pass, serviceNow } from '../virtualTime';

/** The service's clock, for a sandbox. */
export const clock: SandboxClock = {
	now: serviceNow,
	freeze: () => {},
	advance: pass,
	run: () => {},
	reset: () => {},
};

/** Every history has an account of its own: limits and memory go by address. */
let accounts = 0;
export const ownAddress = (): string => `https://account-${++accounts}.example.com`;

/** Without the ending, a file called `.node` would be taken for a library of machine code. */
export function trigger(folder: string): INodeType {
	const name = `${folder}Trigger`;
	const loaded = require(`../../../nodes/${folder}/${name}.node.ts`) as Record<
		string,
		new () => INodeType
	>;
	return new loaded[name]();
}

export const revisionIn = (text: unknown): string => String(text ?? '').replace(/^r/, '');
