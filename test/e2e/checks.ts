import { nodeListChecks } from './packageChecks';
import { contactChecks } from './contactChecks';
import type { Running } from '../../scripts/start/bringUp';
import type { Contact } from '../../scripts/start/contacts';
import type { FinishedExecution } from '../../scripts/start/executions';

/** What the checks look at, and what they hand on to those after them. */
export interface Checked extends Running {
	packageName: string;
	contact?: Contact;
	execution?: FinishedExecution;
}

/** A sentence about what a user gets, and the attempt to see it. The attempt throws when the sentence is not true. */
export interface Check {
	says: string;
	see(checked: Checked): Promise<void>;
}

/** In this order: a later one may need what an earlier one found. */
export const checks: Check[] = [...nodeListChecks, ...contactChecks];
