import { resources as insightly } from '../../nodes/Insightly/resources';
import { resources as postHog } from '../../nodes/PostHogInsights/resources';
import { resources as spotlerCrm } from '../../nodes/SpotlerCrm/resources';
import type { Resource } from '../../nodes/shared/operations/types';

/** A service whose pages and schemas are made from its tables. */
export interface DocumentedService {
	/** Folder under `nodes/`. */
	folder: string;
	/** Its guide. */
	page: string;
	/** Version of the node that the schemas belong to, as n8n looks for it. */
	version: string;
	/** What every path of the API begins with, where endpoints leave it out. */
	basePath?: string;
	resources: readonly Resource[];
}

export const services: readonly DocumentedService[] = [
	{ folder: 'Insightly', page: 'docs/insightly.md', version: 'v1.0.0', resources: insightly },
	{
		folder: 'PostHogInsights',
		page: 'docs/posthog-insights.md',
		version: 'v1.0.0',
		resources: postHog,
	},
	{
		folder: 'SpotlerCrm',
		page: 'docs/spotler-crm.md',
		version: 'v1.0.0',
		resources: spotlerCrm,
	},
];
