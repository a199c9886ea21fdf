import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { contact } from '../../../../nodes/Insightly/resources/contact';
import { organisation } from '../../../../nodes/Insightly/resources/organisation';
import type { InsightlyOperation } from '../../../../nodes/Insightly/operations/types';
import type { RecordType } from '../../../../nodes/Insightly/resources/types';
import { byId, mapped } from '../../../support/formValues';
import { OBJECT, sandboxName, type World } from './world';

/** One run of the walk: an operation, below one of its record types. */
export interface Step {
	resource: string;
	operation: InsightlyOperation;
	parent?: RecordType;
	/** Values instead of those that the walk would choose. */
	variant?: INodeParameters;
	name: string;
}

/** Fields that are changed to show that something was written, by record type; others take their first text. */
const CHANGED: Readonly<Record<string, IDataObject>> = {
	pricebookEntry: { PRICE: 7 },
	leadStatus: { LEAD_STATUS: 'Walked' },
};

/** Valid values for every parameter of a step, with the records that they name. */
export function stepParameters(world: World, step: Step): INodeParameters {
	const { operation, resource } = step;
	const scene = setScene(world, step);
	const keys = operation.parameters.map(plainKey);
	const all: INodeParameters = {};
	for (const key of keys) Object.assign(all, VALUES[key]?.(scene) ?? {});
	return { resource, operation: operation.value, ...all, ...optionsOf(operation), ...step.variant };
}

/** Values of options without which there would be nothing to write. */
const OPTIONS: INodeParameters = { role: 'Walker', startDate: '2026-07-01' };

function optionsOf({ options: keys = [] }: InsightlyOperation): INodeParameters {
	const options = Object.entries(OPTIONS).filter(([key]) => keys.includes(key));
	return options.length > 0 ? { options: Object.fromEntries(options) } : {};
}

/** Key of a parameter, whichever record type's own form it takes: `record contact`, `recordType: …`. */
const plainKey = (key: string): string => key.replace(/^(recordType|record):? .*/, '$1');

interface Scene {
	world: World;
	step: Step;
	parent?: RecordType;
	parentId: number;
	recordId: number;
}

function setScene(world: World, step: Step): Scene {
	const { operation } = step;
	const parent = step.parent ?? operation.parents?.[0];
	const parentId = parent ? Number(makeParent(world, step, parent)[parent.idKey]) : 0;
	const about = operation.about;
	const isNeeded = operation.parameters.map(plainKey).includes('record');
	const below = parent ? { [parent.idKey]: parentId } : {};
	const recordId = about && isNeeded ? Number(world.record(about, below)[about.idKey]) : 0;
	return { world, step, parent, parentId, recordId };
}

/** A parent on which everything hangs that could be read, changed or removed. */
function makeParent(world: World, { resource, operation }: Step, parent: RecordType) {
	const tags = { TAGS: [{ TAG_NAME: 'VIP' }] };
	const links = {
		LINKS: [
			{
				LINK_ID: 77,
				LINK_OBJECT_NAME: 'Contact',
				LINK_OBJECT_ID: world.first('Contacts', 'CONTACT_ID'),
			},
		],
	};
	const pipeline = pipelineFor(world, parent);
	const values = { tag: tags, link: links, pipelineStage: pipeline }[resource] ?? {};
	const row = world.record(parent, values);
	const { account } = world.sandbox;
	const at = `${world.collection(parent)}/${Number(row[parent.idKey])}`;
	const picture = { name: 'a.png', type: 'image/png', bytes: Buffer.from('picture') };
	if (resource === 'image') account.files.set(`${at}/Image`, picture);
	if (resource === 'imageField') account.files.set(`${at}/ImageField/PICTURE__C`, picture);
	if (resource === 'translation' && operation.value !== 'create') {
		account.translations.set(`${at}/de`, { ...row });
	}
	if (resource === 'staticListMembership') {
		account.listMemberships.set(Number(row[parent.idKey]), new Set([5]));
	}
	return row;
}

function pipelineFor(world: World, parent: RecordType) {
	const flag = parent.value === 'project' ? 'FOR_PROJECTS' : 'FOR_OPPORTUNITIES';
	const { store } = world.sandbox;
	const found = store.all('Pipelines').find((row) => row[flag] === true);
	const PIPELINE_ID = Number(found?.PIPELINE_ID);
	const stages = store.all('PipelineStages').filter((row) => row.PIPELINE_ID === PIPELINE_ID);
	return { PIPELINE_ID, STAGE_ID: Number(stages[1].STAGE_ID) };
}

const comment = ({ world, step, parentId }: Scene): number => {
	const note = step.resource === 'noteComment' ? parentId : world.first('Notes', 'NOTE_ID');
	const row = world.sandbox.store.insert('Comments', { NOTE_ID: note, BODY: 'Before' });
	return Number(row.COMMENT_ID);
};

function file({ world }: Scene): number {
	const { store, account } = world.sandbox;
	const { FILE_ID } = store.insert('FileAttachments', {
		FILE_NAME: 'a.txt',
		CONTENT_TYPE: 'text/plain',
	});
	const stored = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('hello') };
	account.files.set(`FileAttachments/${Number(FILE_ID)}`, stored);
	return Number(FILE_ID);
}

function fields({ world, step, parent, parentId }: Scene): IDataObject {
	const { operation } = step;
	const type = operation.about ?? parent ?? contact;
	if (operation.purpose === 'create') {
		const known = parent && operation.about ? [parent.idKey, 'FORUM_ID'] : [];
		const needed = Object.entries(world.needed(type));
		const given = needed.filter(([name]) => !known.includes(name) || parentId === 0);
		return { ...firstText(type), ...Object.fromEntries(given) };
	}
	if (CHANGED[type.value]) return CHANGED[type.value];
	return firstText(type);
}

function firstText({ fields: all }: RecordType): IDataObject {
	const text = all.find(
		({ kind, readOnly, name, maxLength }) =>
			kind === 'text' &&
			!readOnly &&
			name !== 'TAGS' &&
			name !== 'BACKGROUND_COLOR' &&
			(maxLength ?? 255) >= 50,
	);
	return text ? { [text.name]: 'Walked' } : {};
}

const matchValues = ({ world, step }: Scene): INodeParameters => {
	const type = step.operation.about ?? contact;
	const match = type.matchKey ?? 'BODY';
	return { fields: mapped({ ...world.needed(type), [match]: `walk@${Math.random()}` }, match) };
};

const VALUES: Readonly<Record<string, (scene: Scene) => INodeParameters>> = {
	recordType: ({ parent }) => ({ recordType: parent?.value ?? 'contact' }),
	customObject: () => ({ customObject: { __rl: true, mode: 'name', value: OBJECT } }),
	customObjectOfParent: () => ({ customObject: { __rl: true, mode: 'name', value: OBJECT } }),
	parent: ({ parentId }) => ({ parentId: byId(parentId) }),
	hostRecord: ({ parentId }) => ({ parentId: byId(parentId) }),
	record: ({ recordId }) => ({ recordId: byId(recordId) }),
	fields: (scene) => ({ fields: mapped(fields(scene)) }),
	fieldsToMatch: matchValues,
	fieldsToFind: matchValues,
	linkTo: ({ world }) => ({
		linkTo: {
			records: [{ recordType: 'contact', record: byId(world.record(contact).CONTACT_ID) }],
		},
	}),
	linkId: () => ({ linkId: '77' }),
	linkRecordType: () => ({ linkRecordType: 'organisation' }),
	linkRecord: ({ world }) => ({
		linkRecordId: byId(world.record(organisation).ORGANISATION_ID),
	}),
	tag: () => ({ tag: 'VIP' }),
	tags: () => ({ tags: 'VIP, Walker' }),
	commentId: (scene) => ({ commentId: String(comment(scene)) }),
	body: () => ({ body: 'A word' }),
	isPublic: () => ({ isPublic: true }),
	channel: () => ({ channel: 'Web' }),
	dates: () => ({ dates: { date: [{ name: 'Birthday', date: '2026-07-01', isYearly: true }] } }),
	emailDomains: () => ({ emailDomains: 'example.com, example.org' }),
	activitySetId: ({ world }) => ({
		activitySetId: world.first('ActivitySets', 'ACTIVITYSET_ID'),
	}),
	pipelineId: ({ world, parent }) => ({
		pipelineId: pipelineFor(world, parent ?? contact).PIPELINE_ID,
	}),
	stageId: ({ world, parent }) => ({ stageId: pipelineFor(world, parent ?? contact).STAGE_ID }),
	stateReasonId: ({ world }) => ({
		stateReasonId: world.first('OpportunityStateReasons', 'STATE_REASON_ID'),
	}),
	pricebookId: ({ world }) => ({ pricebookId: world.first('Pricebook', 'PRICEBOOK_ID') }),
	quotationDocumentId: ({ world, parentId }) => ({
		quotationDocumentId: String(
			world.sandbox.store.insert('QuotationDocument', { QUOTE_ID: String(parentId) })
				.QUOTE_DOCUMENT_ID,
		),
	}),
	targetTicketNumber: ({ world }) => ({
		targetTicketNumber: String(world.sandbox.store.all('Ticket')[0].TICKET_NUMBER),
	}),
	listId: () => ({ listId: '5' }),
	listIds: () => ({ listIds: '5, 6' }),
	language: () => ({ language: 'de' }),
	fieldsOf: () => ({ fieldsOf: 'Contact' }),
	customFieldName: () => ({ customFieldName: 'Nickname__c' }),
	userId: ({ world }) => ({ userId: world.first('Users', 'USER_ID') }),
	fileId: (scene) => ({ fileId: String(file(scene)) }),
	imageFieldName: () => ({ imageFieldName: 'Picture__c' }),
	documentTemplateId: ({ world, parent }) => {
		const wanted = sandboxName(parent ?? contact);
		const template = world.sandbox.store
			.all('DocumentTemplates')
			.find((row) => row.RELATED_OBJECT_NAME === wanted);
		return { documentTemplateId: Number(template?.TEMPLATE_ID) };
	},
	limit: () => ({ limit: 2 }),
};
