import type { IPollFunctions } from 'n8n-workflow';

import { formReader, type FormReader } from './formReader';

/** The form of a trigger. */
export const pollForm = (context: IPollFunctions): FormReader =>
	formReader({
		node: context.getNode(),
		timezone: context.getTimezone(),
		resolve: (name, fallback) => context.getNodeParameter(name, fallback),
	});
