import type { IDataObject } from 'n8n-workflow';

import { objectNameOf, type RecordType } from '../../../../nodes/Insightly/resources/types';
import { customObjectRecord } from '../../../../nodes/Insightly/resources/customObjectRecord';
import type { InsightlySandbox } from '../../../../sandbox/insightly';
import type { JsonObject } from '../../../../sandbox/shared/json';

export const OBJECT = 'Vehicle__c';

/** Where fields that name other records find one. */
const COLLECTIONS: Readonly<Record<string, string>> = {
	CONTACT_ID: 'Contacts',
	FOLDER_ID: 'KnowledgeArticleFolder',
	FORUM_CATEGORY_ID: 'ForumCategories',
	FORUM_ID: 'CommunityForums',
	LEAD_SOURCE_ID: 'LeadSources',
	LEAD_STATUS_ID: 'LeadStatuses',
	MEMBER_USER_ID: 'Users',
	OPPORTUNITY_ID: 'Opportunities',
	POST_ID: 'CommunityPosts',
	PRICEBOOK_ENTRY_ID: 'PricebookEntry',
	PRICEBOOK_ID: 'Pricebook',
	PRODUCT_ID: 'Product',
	PROSPECT_ID: 'Prospect',
};

const WORDS: Readonly<Record<string, string>> = {
	BACKGROUND_COLOR: 'AABBCC',
	STATUS: 'NOT STARTED',
	START_DATE_UTC: '2026-07-01T10:00:00Z',
	END_DATE_UTC: '2026-07-01T11:00:00Z',
	TICKET_STATUS: 'Open',
	EMAIL_ADDRESS: 'walk@example.com',
};

/** A company in the sandbox, and records in it that every operation can work on. */
export class World {
	private count = 0;

	constructor(readonly sandbox: InsightlySandbox) {
		this.addImageFields();
		sandbox.store.insert('DocumentTemplates', {
			RELATED_OBJECT_NAME: OBJECT,
			TEMPLATE_NAME: 'Vehicle sheet',
		});
	}

	/** Collection of a record type in the sandbox's store. */
	collection({ path }: RecordType): string {
		return path.replace('/', '').replace('{objectName}', OBJECT);
	}

	/** A new record of a type with what it needs. */
	record(type: RecordType, values: JsonObject = {}): JsonObject {
		return this.sandbox.store.insert(this.collection(type), {
			...(this.needed(type) as JsonObject),
			...values,
		});
	}

	/** Values for the required fields of a type. */
	needed(type: RecordType): IDataObject {
		const fields = type.fields.filter(
			({ name, required, readOnly }) => (required && !readOnly) || name === 'TEAM_NAME',
		);
		return Object.fromEntries(fields.map(({ name, kind }) => [name, this.valueFor(name, kind)]));
	}

	/** ID of the first record of a collection. */
	first(collection: string, key: string): number {
		return Number(this.sandbox.store.all(collection)[0][key]);
	}

	private valueFor(name: string, kind: string): IDataObject[string] {
		if (name in WORDS) return WORDS[name];
		const collection = COLLECTIONS[name];
		if (collection) {
			const row = this.sandbox.store.all(collection)[0];
			const key = name === 'MEMBER_USER_ID' ? 'USER_ID' : name;
			return row[key] as number;
		}
		if (name === 'CATEGORY_ID') return String(this.first('KnowledgeArticleCategory', name));
		switch (kind) {
			case 'decimal':
			case 'integer':
				return 12;
			case 'boolean':
				return true;
			case 'date':
			case 'dateTime':
				return '2026-07-01 00:00:00';
			default:
				return `Walk ${++this.count}`;
		}
	}

	private addImageFields(): void {
		const { store } = this.sandbox;
		for (const name of IMAGE_OBJECTS) {
			store.insert('CustomFields', {
				FIELD_NAME: 'Picture__c',
				FIELD_FOR: name.toUpperCase(),
				FIELD_LABEL: 'Picture',
				FIELD_TYPE: 'IMAGE',
				FIELD_ORDER: 99,
			});
		}
	}
}

const IMAGE_OBJECTS = [
	'Contact',
	'Event',
	'KnowledgeArticle',
	'Lead',
	'Opportunity',
	'OpportunityLineItem',
	'Organisation',
	'PricebookEntry',
	'Product',
	'Project',
	'Prospect',
	'Quotation',
	'QuotationLineItem',
	'Task',
	'Ticket',
];

/** Name of a type's objects in the sandbox. */
export const sandboxName = (type: RecordType): string =>
	type === customObjectRecord ? OBJECT : objectNameOf(type);
