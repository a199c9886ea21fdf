import { flag, json, text } from '../../shared/fields/define';
import type { Field } from '../../shared/fields/types';

/** What can be written of an insight, with the limits of PostHog's model. */
export const insightFields: readonly Field[] = [
	text('name', 400),
	text('description', 400),
	json('query'),
	{ name: 'tags', label: 'Tags', kind: 'choices' },
	{ name: 'dashboards', label: 'Dashboards', kind: 'choices', list: 'dashboards' },
	flag('favorited'),
	flag('saved'),
	text('derived_name', 400, { label: 'Derived Name' }),
	{ name: 'order', label: 'Order', kind: 'integer' },
	text('_create_in_folder', undefined, { label: 'Folder', in: 'create' }),
];
