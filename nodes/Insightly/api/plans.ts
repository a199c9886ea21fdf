/** Parts of Insightly that not every plan has, by the first part of the path. */
const FEATURES: ReadonlyArray<readonly [feature: string, paths: readonly string[]]> = [
	[
		'products, price books and quotations',
		[
			'product',
			'pricebook',
			'pricebookentry',
			'opportunitylineitem',
			'quotation',
			'quotationlineitem',
		],
	],
	[
		'Insightly Service (tickets, knowledge base, community)',
		[
			'ticket',
			'knowledgearticle',
			'knowledgearticlecategory',
			'knowledgearticlefolder',
			'communityforums',
			'communityposts',
			'communitycomments',
			'forumcategories',
		],
	],
	['Insightly Marketing', ['prospect', 'marketingvisits', 'marketingcustomevent']],
];

/** The part of Insightly that a path belongs to, as users know it; undefined for what every plan has. */
export function featureOf(path: string): string | undefined {
	const parts = path.toLowerCase().split(/[/?]/).filter(Boolean);
	const own = FEATURES.find(([, paths]) => paths.includes(parts[0]))?.[0];
	const below = FEATURES.find(([, paths]) => paths.includes(parts[2] ?? ''))?.[0];
	return own ?? below;
}
