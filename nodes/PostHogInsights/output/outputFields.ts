import { dateTime, flag, integer, json, text } from '../../shared/fields/define';
import type { Field } from '../../shared/fields/types';

const list = (field: Field): Field => ({ ...field, isList: true });

/** Fields of a simplified insight. */
export const insightFields: readonly Field[] = [
	integer('id'),
	text('short_id'),
	text('name'),
	text('description'),
	text('kind'),
	text('url'),
	list(text('tags')),
	flag('favorited'),
	list(integer('dashboards')),
	dateTime('created_at'),
	text('created_by'),
	dateTime('updated_at'),
	dateTime('last_modified_at'),
	dateTime('last_viewed_at'),
	json('query'),
];

/** The same, for responses that bring the result along. */
export const fullInsightFields: readonly Field[] = [
	...insightFields,
	text('last_modified_by'),
	dateTime('last_refresh'),
	json('result'),
];

/** Columns that rows of every kind have; the others depend on the kind. */
export const resultFields: readonly Field[] = [
	integer('insight_id'),
	text('short_id'),
	text('insight_name'),
	dateTime('last_refresh'),
];

export const deletedInsightFields: readonly Field[] = [
	flag('deleted'),
	integer('id'),
	text('short_id'),
];

export const viewedFields: readonly Field[] = [flag('viewed'), list(integer('insight_ids'))];

export const cancelledFields: readonly Field[] = [flag('cancelled'), text('query_id')];

/** Fields of a simplified entry of the activity log. */
export const activityFields: readonly Field[] = [
	text('id'),
	text('activity'),
	dateTime('created_at'),
	integer('insight_id'),
	text('short_id'),
	text('insight_name'),
	text('user_name'),
	text('user_email'),
	flag('is_system'),
	list(json('changes')),
];

/** Fields of a sharing configuration; the addresses are there while it is enabled. */
export const sharingFields: readonly Field[] = [
	dateTime('created_at'),
	flag('enabled'),
	text('access_token'),
	json('settings'),
	flag('password_required'),
	list(json('share_passwords')),
	text('user_access_level'),
	text('share_url'),
	text('embed_url'),
	text('image_url'),
];

export const passwordFields: readonly Field[] = [
	integer('id'),
	text('password'),
	text('note'),
	dateTime('created_at'),
	text('created_by_email'),
];

export const deletedPasswordFields: readonly Field[] = [flag('deleted'), integer('id')];
