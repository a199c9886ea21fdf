import type { IDataObject } from 'n8n-workflow';

import { itemsOf } from '../../shared/operations/run';
import type { Operation } from '../../shared/operations/types';
import { rowShape } from '../../shared/output/shape';
import { isObject } from '../../shared/request/rows';
import { activityFields } from './outputFields';
import { objectsIn } from './rows/values';

/**
 * An entry of the activity log without its nesting: who, what, which insight, and each change with before and after.
 * Reads `{"id": "018…", "user": {"first_name": "Ada", "email": "ada@…"}, "activity": "updated", "item_id": "42",
 * "detail": {"name": "Paid", "short_id": "jEAIVJnN", "changes": [{"field": "name", "action": "changed", "before": …,
 * "after": …}]}, "created_at": "2026-01-14T03:31:34Z"}`; `changes` is null for what was created, and the system has
 * `{"first_name": "System", "email": null, "is_system": true}` for a user.
 */
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

/** Entries as items, as the user wants them. */
export const activityOutput: Operation['output'] = ({ rows }, item) => {
	const entries = (row: IDataObject) => Object.entries(simplifyActivity(row));
	return itemsOf(rows.map(rowShape(item, { fields: activityFields, telling: ALL, entries })));
};

/** An entry is short, and its changes are what it is read for. */
const ALL = activityFields.map(({ name }) => name);

/** Tells entries of the wanted kinds; undefined when all are wanted. The log itself knows no filters. */
export function activityOfKinds(kinds: unknown): ((entry: IDataObject) => boolean) | undefined {
	if (!Array.isArray(kinds) || kinds.length === 0) return undefined;
	return ({ activity }) => kinds.includes(String(activity));
}
