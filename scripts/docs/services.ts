import { resources as insightly } from '../../nodes/Insightly/resources';
import { resources as postHog } from '../../nodes/PostHogInsights/resources';
import { resources as spotlerCrm } from '../../nodes/SpotlerCrm/resources';
import type { Resource } from '../../nodes/shared/operations/types';

/** A service whose page of operations and schemas are made from its tables. */
export interface DocumentedService {
	/** Folder under `nodes/`. */
	folder: string;
	/** Its name in n8n. */
	title: string;
	/** Its guide, a file in docs/. */
	guide: string;
	/** Version of the node that the schemas belong to, as n8n looks for it. */
	version: string;
	/** What every path of the API begins with, where endpoints leave it out. */
	basePath?: string;
	resources: readonly Resource[];
}

const version = 'v1.0.0';

export const services: readonly DocumentedService[] = [
	{
		folder: 'Insightly',
		title: 'Insightly',
		guide: 'insightly.md',
		version,
		resources: insightly,
	},
	{
		folder: 'PostHogInsights',
		title: 'PostHog Insights',
		guide: 'posthog-insights.md',
		version,
		resources: postHog,
	},
	{
		folder: 'SpotlerCrm',
		title: 'Spotler CRM',
		guide: 'spotler-crm.md',
		version,
		resources: spotlerCrm,
	},
];
