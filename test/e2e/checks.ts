import { contactChecks } from './contactChecks';
import { credentialChecks } from './credentialChecks';
import { logChecks } from './logChecks';
import { nodeListChecks } from './packageChecks';
import { postHogChecks } from './postHogChecks';
import { spotlerChecks } from './spotlerChecks';
import type { Running } from '../../scripts/start/bringUp';
import type { Contact } from '../../scripts/start/contacts';
import type { FinishedExecution } from '../../scripts/start/executions';
import type { Written } from '../../scripts/start/tell';

/** What the checks look at, and what they hand on to those after them. */
export interface Checked extends Running {
	packageName: string;
	contact?: Contact;
	/** What the second workflow wrote about the contact when it first came through. */
	written?: Written;
	withoutOrganisation?: Contact;
	/** The executions that were looked at, to be shown at the end, by the name of their workflow. */
	executions: Record<string, FinishedExecution>;
}

/** A sentence about what a user gets, and the attempt to see it. The attempt throws when the sentence is not true. */
export interface Check {
	says: string;
	see(checked: Checked): Promise<void>;
}

/** In this order: a later one may need what an earlier one found. */
export const checks: Check[] = [
	...nodeListChecks,
	...credentialChecks,
	...contactChecks,
	...spotlerChecks,
	...postHogChecks,
	...logChecks,
];
