/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { Running } from '../../scripts/start/bringUp';
import type { Contact } from '../../scripts/start/contacts';
import type { FinishedExecution } from '../../scripts/start/executions';
import type { Written } from '../../scripts/start/tell';

/** What the sentences look at, and what they hand on to those after them. */
export interface Checked extends Running {
	packageName: string;
	/** Whether the long run of two CRMs in step was asked for, and nothing else. */
	onlySync: boolean;
	contact?: Contact;
	/** What the second workflow wrote about the contact when it first came through. */
	written?: Written;
	withoutOrganisation?: Contact;
	/** The executions that were looked at, to be shown at the end, by the name of their workflow. */
	executions: Record<string, FinishedExecution>;
}

declare global {
	var checked: Checked | undefined;
}

/** The n8n and the sandboxes that scripts/start/check.ts has started. */
export function running(): Checked {
	if (!globalThis.checked) throw new Error('Run these with npm run test:e2e: it starts n8n first.');
	return globalThis.checked;
}

/** What an earlier sentence should have left behind. */
export function needed<T>(value: T | undefined, otherwise: string): T {
	if (value === undefined) throw new Error(otherwise);
	return value;
}
