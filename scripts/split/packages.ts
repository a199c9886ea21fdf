/** A package that holds one service only, as n8n verifies them. */
export interface SinglePackage {
	name: string;
	/** Folder under nodes/, and what the names of its credential files begin with. */
	folder: string;
	/** What the names of its icons begin with. */
	icon: string;
	title: string;
	description: string;
	keywords: readonly string[];
}

const GENERAL = ['n8n-community-node-package', 'n8n', 'n8n-node'];

export const packages: readonly SinglePackage[] = [
	{
		name: 'n8n-nodes-insightly-crm',
		folder: 'Insightly',
		icon: 'insightly',
		title: 'Insightly',
		description:
			'n8n nodes for Insightly CRM: every operation of its API, and triggers for new and changed records',
		keywords: [...GENERAL, 'insightly', 'crm', 'contacts', 'leads', 'opportunities'],
	},
	{
		name: 'n8n-nodes-spotler-crm',
		folder: 'SpotlerCrm',
		icon: 'spotlerCrm',
		title: 'Spotler CRM',
		description:
			'n8n nodes for Spotler CRM: every operation of its API, and triggers for new and changed records',
		keywords: [...GENERAL, 'spotler', 'really-simple-systems', 'crm', 'contacts'],
	},
	{
		name: 'n8n-nodes-posthog-insights',
		folder: 'PostHogInsights',
		icon: 'postHogInsights',
		title: 'PostHog Insights',
		description:
			'n8n nodes for PostHog Insights: results as rows, pictures, sharing, and triggers for changes and thresholds',
		keywords: [...GENERAL, 'posthog', 'insights', 'analytics'],
	},
];
