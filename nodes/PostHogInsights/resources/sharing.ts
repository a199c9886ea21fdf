import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import type { ApiClient } from '../../shared/request/client';
import { isObject } from '../../shared/request/rows';
import { byNumber, insightPath, readInsight } from './insight';
import type { ResourceHead } from './types';

export const sharing: ResourceHead = {
	value: 'sharing',
	name: 'Sharing',
	description: 'Public addresses and passwords of insights',
};

/** As the API's reference writes it; only the number of the insight is taken there. */
export const SHARING = '/api/projects/{project_id}/insights/{insight_id}/sharing';

/**
 * Path of an insight's sharing, or of something below it.
 * @throws NodeOperationError when the insight is none; NodeApiError when its number cannot be found out
 */
export const sharingPath = async (
	item: ItemContext,
	client: ApiClient,
	below = '',
): Promise<string> =>
	`${insightPath(await byNumber(item, client, readInsight(item)), 'sharing')}${below}`;

/** Names an insight's sharing, so that several items that write it take turns. */
export const sharingKey = (item: ItemContext): string =>
	`sharing ${item.locator('project')} ${item.locator('insight')}`;

/** Whether an answer is a sharing configuration: it always says whether the insight is shared. */
export const isConfiguration = (body: unknown): boolean => isObject(body) && 'enabled' in body;

/**
 * A sharing configuration with the addresses that its token opens, as PostHog's own pages build them. Without sharing
 * they lead nowhere, and are left out. Reads
 * `{"enabled": true, "access_token": "0f2bT…", "settings": null, "password_required": false, "share_passwords": []}`.
 */
export function withAddresses(configuration: IDataObject, origin: string): IDataObject {
	const { access_token: token, enabled } = configuration;
	if (typeof token !== 'string' || enabled !== true) return configuration;
	return {
		...configuration,
		share_url: `${origin}/shared/${token}`,
		embed_url: `${origin}/embedded/${token}`,
		image_url: `${origin}/shared/${token}.png`,
	};
}
