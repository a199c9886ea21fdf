import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { formReader, type FormReader } from './formReader';

/** The form that is being filled in while it loads a list. */
export const loadOptionsForm = (context: ILoadOptionsFunctions): FormReader =>
	formReader({
		node: context.getNode(),
		timezone: context.getTimezone(),
		resolve: (name, fallback) => context.getCurrentNodeParameter(name) ?? fallback,
	});
