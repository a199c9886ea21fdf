import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { jsonObjectOption } from './jsonOption';

/** Keys of the options that it reads, besides Refresh. */
export const CONTEXT_OPTIONS = ['filtersOverride', 'fromDashboard', 'variablesOverride'];

/** What can be put in the place of the insight's own for one request: option, its name in the form, parameter. */
const OVERRIDES = [
	['filtersOverride', 'Filters Override', 'filters_override'],
	['variablesOverride', 'Variables Override', 'variables_override'],
] as const;

/**
 * Query parameters of a single insight, from the form's options.
 * @throws NodeOperationError for overrides that are not JSON objects, and a dashboard that is no ID.
 */
export function retrieveQuery(item: ItemContext): IDataObject {
	const options = item.collection('options');
	const query: IDataObject = {};
	const dashboard = String(options.fromDashboard ?? '').trim();
	if (dashboard !== '') {
		if (!/^\d{1,12}$/.test(dashboard)) {
			throw item.refuse(
				`"${dashboard.slice(0, 60)}" is not the ID of a dashboard`,
				'Give the number after /dashboard/ in your browser.',
			);
		}
		query.from_dashboard = Number(dashboard);
	}
	for (const [name, label, parameter] of OVERRIDES) {
		const override = jsonObjectOption(item, name, label, '{"date_from": "-30d"}');
		if (override) query[parameter] = JSON.stringify(override);
	}
	if (options.refresh) query.refresh = options.refresh;
	return query;
}
