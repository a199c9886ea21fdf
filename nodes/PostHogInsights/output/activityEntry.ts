import type { IDataObject } from 'n8n-workflow';

import { isObject, objectsIn } from './rows/values';

/** What can happen to an insight, as its activity log calls it (PostHog's activity log and sharing API). */
export const ACTIVITIES = [
	'access token refreshed',
	'created',
	'deleted',
	'exported for opengraph image',
	'restored',
	'share_login_failed',
	'share_login_success',
	'sharing disabled',
	'sharing enabled',
	'updated',
] as const;

/** An entry of the activity log without its nesting: who, what, which insight, and each change with before and after. */
export function simplifyActivity(entry: IDataObject): IDataObject {
	const detail = isObject(entry.detail) ? entry.detail : {};
	const user = isObject(entry.user) ? entry.user : {};
	return {
		id: entry.id,
		activity: entry.activity,
		created_at: entry.created_at,
		insight_id: entry.item_id === undefined ? null : Number(entry.item_id),
		short_id: detail.short_id ?? null,
		insight_name: detail.name ?? null,
		user_name: user.first_name ?? null,
		user_email: user.email ?? null,
		is_system: user.is_system === true,
		changes: objectsIn(detail.changes).map(({ field, action, before, after }) => ({
			field: field ?? null,
			action: action ?? null,
			before: before ?? null,
			after: after ?? null,
		})),
	};
}
