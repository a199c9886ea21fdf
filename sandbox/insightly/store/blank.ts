import type { JsonObject, JsonValue } from '../../shared/json';
import { resourceOf } from '../resources';
import { recordTypes } from '../spec';
import { fillCustomFields } from './customFieldEntries';
import type { Store } from './store';

interface CachedBlank {
	row: JsonObject;
	/** What the blank was made of, as a sum of revisions, which only grow. */
	made: number;
}

/** Tables whose rows show up in new records. */
const DECIDING = ['CustomFields', 'LeadSources', 'LeadStatuses'];

const cache = new WeakMap<Store, Map<string, CachedBlank>>();

/** A new record before anybody filled it in: every field of its type, with the service's own defaults. */
export function blankRow(store: Store, name: string): JsonObject {
	const blanks = cache.get(store) ?? new Map<string, CachedBlank>();
	cache.set(store, blanks);
	const made = DECIDING.reduce((sum, table) => sum + store.table(table).revision, store.me);
	const known = blanks.get(name);
	if (known?.made === made) return known.row;
	const row = makeBlank(store, name);
	blanks.set(name, { row, made });
	return row;
}

function makeBlank(store: Store, name: string): JsonObject {
	const { type } = resourceOf(name);
	const row: Record<string, JsonValue> = {};
	for (const [field, { type: fieldType }] of Object.entries(recordTypes[type])) {
		row[field] = emptyValue(field, fieldType, store);
	}
	if ('CUSTOMFIELDS' in row) {
		row.CUSTOMFIELDS = fillCustomFields(store.customFieldsOf(name), [], []);
	}
	return { ...row, ...defaultsOf(store, name) };
}

function emptyValue(field: string, type: string, store: Store): JsonValue {
	if (type.startsWith('array')) return [];
	if (field === 'OWNER_USER_ID' || field === 'CREATED_USER_ID') return store.me;
	if (field === 'ACTIVE') return true;
	if (field === 'VISIBLE_TO') return 'EVERYONE';
	return type === 'boolean' ? false : null;
}

/** What a lead gets by itself was recorded; the others are filled in by analogy. */
function defaultsOf(store: Store, name: string): JsonObject {
	switch (name) {
		case 'Leads':
			return {
				LEAD_SOURCE_ID: defaultId(store, 'LeadSources', 'LEAD_SOURCE_ID', 'DEFAULT_VALUE'),
				LEAD_STATUS_ID: defaultId(store, 'LeadStatuses', 'LEAD_STATUS_ID', 'DEFAULT_STATUS'),
				RESPONSIBLE_USER_ID: store.me,
				EMAIL: '',
				EMPLOYEE_COUNT: 0,
				ADDRESS_COUNTRY: 'United States',
			};
		case 'Opportunities':
			return { OPPORTUNITY_STATE: 'OPEN', BID_CURRENCY: 'USD', BID_TYPE: 'Fixed Bid' };
		case 'Projects':
			return { STATUS: 'NOT STARTED' };
		case 'Tasks':
			return {
				STATUS: 'NOT STARTED',
				PRIORITY: 2,
				PERCENT_COMPLETE: 0,
				RESPONSIBLE_USER_ID: store.me,
				PUBLICLY_VISIBLE: true,
			};
		case 'Product':
		case 'Pricebook':
		case 'PricebookEntry':
		case 'OpportunityLineItem':
		case 'QuotationLineItem':
		case 'QuotationDocument':
			return { CURRENCY_CODE: 'USD' };
		case 'Quotation':
			return { QUOTATION_CURRENCY_CODE: 'USD', QUOTE_STATUS: 'Draft', LINE_ITEM_COUNT: 0 };
		case 'KnowledgeArticle':
			return { Status: 'Draft', Language: 'en', ArticleVersion: '1', UPVOTE_COUNT: 0 };
		case 'Ticket':
			return { SOURCE: 'API' };
		default:
			return {};
	}
}

function defaultId(store: Store, table: string, idKey: string, flag: string): JsonValue {
	const rows = store.all(table);
	return (rows.find((row) => row[flag] === true) ?? rows[0])?.[idKey] ?? null;
}
