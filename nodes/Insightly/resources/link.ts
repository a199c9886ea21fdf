import type { IDataObject } from 'n8n-workflow';

import { flag, integer, text } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { readId } from '../../shared/form/recordId';
import { formValues } from '../fields/formValues';
import { contact } from './contact';
import { linkBody, linkedType } from '../operations/linkTo';
import { nameInText, type Place, type SubResource } from './types';
import { organisation } from './organisation';

const LINK_FIELDS = [
	integer('LINK_ID'),
	text('OBJECT_NAME'),
	integer('OBJECT_ID'),
	text('LINK_OBJECT_NAME'),
	integer('LINK_OBJECT_ID'),
	text('ROLE', 255),
	text('DETAILS', 255),
	integer('RELATIONSHIP_ID'),
	flag('IS_FORWARD'),
];

const LINK_OPTIONS = ['linkDetails', 'isForward', 'relationshipId', 'role'];

const AT = '/{parent}/{id}/Links';

export const link: SubResource = {
	value: 'link',
	name: 'Link',
	description: 'Connections between two records',
	rows: [
		{
			value: 'create',
			name: 'Create',
			action: 'Create link',
			description: 'Link one record to another',
			endpoint: `POST ${AT}`,
			below: 'links',
			parameters: ['linkRecordType', 'linkRecord'],
			options: LINK_OPTIONS,
			outputFields: LINK_FIELDS,
			send: (item, place) => ({ body: newLink(item, place) }),
		},
		{
			value: 'delete',
			name: 'Delete',
			action: 'Delete link',
			description: 'Remove one link; both records stay',
			endpoint: `DELETE ${AT}/{linkId}`,
			below: 'links',
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many links',
			description: 'List the links of one record',
			endpoint: `GET ${AT}`,
			below: 'links',
			parameters: ['returnAll', 'limit'],
			outputFields: LINK_FIELDS,
		},
		{
			value: 'update',
			name: 'Update',
			action: 'Update link',
			description: 'Change the role, the details or the relationship of one link',
			endpoint: `PUT ${AT}`,
			below: 'changeableLinks',
			parameters: ['linkId'],
			options: LINK_OPTIONS,
			outputFields: LINK_FIELDS,
			send: (item) => ({ body: changedLink(item) }),
		},
	],
};

/** People with people, organisations with organisations: only these links have a relationship (v3.1 specification). */
const RELATED = [contact.value, organisation.value];

function newLink(item: ItemContext, { parent, parentId }: Place): IDataObject {
	const target = linkedType(item, item.text('linkRecordType'));
	const targetId = readId(item, 'linkRecordId', nameInText(target));
	if (parent?.value === target.value && parentId === targetId) {
		throw item.refuse('A record cannot be linked to itself', 'Pick another record to link to.');
	}
	const details = linkDetails(item);
	const isRelated = parent?.value === target.value && RELATED.includes(target.value);
	if (details.RELATIONSHIP_ID !== undefined && !isRelated) {
		throw item.refuse(
			'This link cannot have a relationship',
			'Relationships are for links between two contacts or two organisations. Use Role instead.',
		);
	}
	return { ...linkBody({ type: target, id: targetId }), ...details };
}

function changedLink(item: ItemContext): IDataObject {
	const details = linkDetails(item);
	if (Object.keys(details).length > 0) {
		return { LINK_ID: readId(item, 'linkId', 'link'), ...details };
	}
	throw item.refuse('There is nothing to update', 'Add at least one of the options.');
}

function linkDetails(item: ItemContext): IDataObject {
	const { role, details, relationshipId, isForward } = item.collection('options');
	return formValues(item, LINK_FIELDS, {
		ROLE: role,
		DETAILS: details,
		RELATIONSHIP_ID: relationshipId,
		IS_FORWARD: isForward,
	});
}
