import { text } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { requiredText } from '../../shared/form/requiredText';
import { formValues } from '../fields/formValues';
import { readTags } from '../fields/tags';
import { readParentType, recordTypeKey } from '../operations/parent';
import { replaceAllTags } from '../operations/replaceAll';
import type { SubResource } from './types';

/** `{"TAG_NAME": "VIP"}` */
const TAG_FIELDS = [text('TAG_NAME', 255)];

const AT = '/{parent}/{id}/Tags';

export const tag: SubResource = {
	value: 'tag',
	name: 'Tag',
	description: 'Tags of a record, and the tags in use',
	rows: [
		{
			value: 'create',
			name: 'Add',
			action: 'Add tag',
			description: 'Add one tag to a record',
			endpoint: `POST ${AT}`,
			below: 'tags',
			parameters: ['tag'],
			outputFields: TAG_FIELDS,
			send: (item) => ({ body: oneTag(item) }),
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many tags',
			description: 'List the tags of one record',
			endpoint: `GET ${AT}`,
			below: 'tags',
			parameters: ['returnAll', 'limit'],
			outputFields: TAG_FIELDS,
		},
		{
			value: 'getManyInUse',
			name: 'Get Many in Use',
			action: 'Get many tags in use',
			description: 'List every tag that records of one type have',
			endpoint: 'GET /Tags',
			parameters: [recordTypeKey('tagsInUse'), 'returnAll', 'limit'],
			options: ['skip'],
			isPaged: true,
			outputFields: TAG_FIELDS,
			send: (item) => {
				const { path } = readParentType(item, 'tagsInUse');
				return { query: { record_type: path.slice(1).toLowerCase() } };
			},
		},
		{
			value: 'delete',
			name: 'Remove',
			action: 'Remove tag',
			description: 'Take one tag away from a record',
			endpoint: `DELETE ${AT}`,
			below: 'tags',
			parameters: ['tag'],
			send: (item) => ({ body: oneTag(item) }),
		},
		{
			value: 'replace',
			name: 'Replace All',
			action: 'Replace all tags',
			description: 'Give a record exactly these tags and no others',
			endpoint: `PUT ${AT}`,
			otherEndpoints: [`GET ${AT}`, `POST ${AT}`, `DELETE ${AT}`],
			below: 'tags',
			parameters: ['tags'],
			outputFields: TAG_FIELDS,
			perform: async (item, client, { path }) =>
				await replaceAllTags(client, path, readTags(item, item.value('tags', ''))),
		},
	],
};

const oneTag = (item: ItemContext) =>
	formValues(item, TAG_FIELDS, { TAG_NAME: requiredText(item, 'tag', 'tag') });
