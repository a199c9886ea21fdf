import type { ItemContext } from '../../shared/form/itemContext';
import { endpointOperation } from '../operations';
import { recordTypeKey } from '../operations/endpoint';
import { readParentType } from '../operations/path';
import type { InsightlyResource } from '../operations/types';
import { WITH_TAGS, WITH_TAG_LIST } from '../resources/parents';
import { readTags } from '../fields/tags';
import { TAG_FIELDS } from './fields';
import { replaceAllTags } from './replaceAll';
import { partValues, requiredText } from './values';

const AT = '/{parent}/{id}/Tags';

export const tag: InsightlyResource = {
	value: 'tag',
	name: 'Tag',
	description: 'Tags of a record, and the tags in use',
	operations: [
		endpointOperation({
			value: 'create',
			name: 'Add',
			action: 'Add tag',
			description: 'Add one tag to a record',
			endpoint: `POST ${AT}`,
			parents: WITH_TAGS,
			parameters: ['tag'],
			outputFields: TAG_FIELDS,
			send: (item) => ({ body: oneTag(item) }),
		}),
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many tags',
			description: 'List the tags of one record',
			endpoint: `GET ${AT}`,
			parents: WITH_TAGS,
			parameters: ['returnAll', 'limit'],
			outputFields: TAG_FIELDS,
		}),
		endpointOperation({
			value: 'getManyInUse',
			name: 'Get Many in Use',
			action: 'Get many tags in use',
			description: 'List every tag that records of one type have',
			endpoint: 'GET /Tags',
			parameters: [recordTypeKey(WITH_TAG_LIST), 'returnAll', 'limit', 'listOptions'],
			isPaged: true,
			outputFields: TAG_FIELDS,
			send: (item) => {
				const { path } = readParentType(item, WITH_TAG_LIST);
				return { query: { record_type: path.slice(1).toLowerCase() } };
			},
		}),
		endpointOperation({
			value: 'delete',
			name: 'Remove',
			action: 'Remove tag',
			description: 'Take one tag away from a record',
			endpoint: `DELETE ${AT}`,
			parents: WITH_TAGS,
			parameters: ['tag'],
			send: (item) => ({ body: oneTag(item) }),
		}),
		endpointOperation({
			value: 'replace',
			name: 'Replace All',
			action: 'Replace all tags',
			description: 'Give a record exactly these tags and no others',
			endpoint: `PUT ${AT}`,
			otherEndpoints: [`GET ${AT}`, `POST ${AT}`, `DELETE ${AT}`],
			parents: WITH_TAGS,
			parameters: ['tags'],
			outputFields: TAG_FIELDS,
			send: (item) => ({ body: readTags(item, item.value('tags', '')) }),
			fetch: replaceAllTags,
		}),
	],
};

const oneTag = (item: ItemContext) =>
	partValues(item, TAG_FIELDS, { TAG_NAME: requiredText(item, 'tag', 'tag') });
