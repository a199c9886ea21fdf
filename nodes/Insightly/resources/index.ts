import { recordResource } from '../operations';
import type { RecordType } from '../recordTypes';
import { contact } from './contact';
import { lead } from './lead';
import { opportunity } from './opportunity';
import { organisation } from './organisation';
import { project } from './project';
import { task } from './task';

/** Every record type, one row each. */
export const recordTypes: readonly RecordType[] = [
	contact,
	lead,
	opportunity,
	organisation,
	project,
	task,
];

/** Everything in the node's Resource list. */
export const resources = recordTypes.map(recordResource);
