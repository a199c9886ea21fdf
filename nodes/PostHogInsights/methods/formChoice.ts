import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { CURRENT_PROJECT, isProject } from '../resources/project';

/**
 * The project that is chosen in the form.
 * @throws NodeOperationError when it is none, as while an expression gives it
 */
export function chosenProject(context: ILoadOptionsFunctions): string {
	const given = context.getCurrentNodeParameter('project', { extractValue: true });
	const text = String(given ?? '').trim() || CURRENT_PROJECT;
	if (isProject(text)) return text;
	throw new NodeOperationError(context.getNode(), 'Pick a project first', {
		description:
			'The list of insights depends on it; a project given by an expression is not known yet.',
	});
}
