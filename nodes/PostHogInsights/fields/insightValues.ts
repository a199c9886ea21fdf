import type { IDataObject } from 'n8n-workflow';

import { checkedValues, type MapperPurpose } from '../../shared/fields/mapper';
import type { ItemContext } from '../../shared/form/itemContext';
import { isObject } from '../../shared/request/rows';
import { postHogFormats } from '../api/formats';
import { insightFields } from './insightFields';
import { wrapped } from './queryKinds';

const isEmpty = (query: unknown): boolean =>
	query === null || query === undefined || (isObject(query) && Object.keys(query).length === 0);

/**
 * What the user filled in about an insight, checked and in PostHog's spelling. An empty query, `{}` too, is no value.
 * @throws NodeOperationError before anything is sent, naming each field that cannot be right.
 */
export function insightBody(
	item: ItemContext,
	values: IDataObject,
	purpose: MapperPurpose,
): IDataObject {
	const fieldOf = (name: string) => insightFields.find((field) => field.name === name);
	const body = checkedValues(item, values, fieldOf, postHogFormats, purpose);
	if (isEmpty(body.query)) {
		delete body.query;
		return body;
	}
	const { query } = body;
	if (!isObject(query)) {
		throw item.refuse(
			'The query is not a JSON object',
			'In PostHog, open the insight, choose "View source" and copy what is shown there.',
		);
	}
	const wraps = item.collection('options').wrapQuery !== false;
	return { ...body, query: wraps ? wrapped(query) : query };
}
