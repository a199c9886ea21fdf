import type { JsonObject, JsonValue } from '../shared/json';
import type { Account } from './account';
import { stamp } from './dates';
import { invalid } from './refusal';
import type { Resource } from './resources';

/**
 * What the service works out or forbids when a record is written.
 * @param before the record so far, undefined when it is new
 * @param sent the checked fields of the body
 * @returns the fields to write
 */
export function beforeWrite(
	account: Account,
	{ path }: Resource,
	before: JsonObject | undefined,
	sent: JsonObject,
): JsonObject {
	const changes = withoutStamps(sent);
	const after = { ...before, ...changes };
	switch (path) {
		case 'Tasks':
			return taskRules(account, after, changes);
		case 'Opportunities':
			return { ...changes, OPPORTUNITY_VALUE: opportunityValue(after) };
		case 'OpportunityLineItem':
		case 'QuotationLineItem':
			return { ...changes, ...lineTotals(account, after) };
		case 'PricebookEntry':
			return { ...changes, ...standardPrice(account, after) };
		case 'Milestones':
			return { ...changes, ...completion(account, after) };
		case 'Events':
			return eventRules(after, changes);
		case 'Ticket':
			return before ? changes : { ...changes, TICKET_NUMBER: nextNumber(account, 'Ticket') };
		case 'Quotation':
			return before ? changes : { ...changes, QUOTATION_NUMBER: nextNumber(account, 'Quotation') };
		default:
			return changes;
	}
}

/** What follows from a write. @returns the record as it is then */
export function afterWrite(
	account: Account,
	{ path, idKey }: Resource,
	before: JsonObject | undefined,
	row: JsonObject,
): JsonObject {
	const id = Number(row[idKey]);
	if (path === 'Opportunities' && before?.OPPORTUNITY_STATE !== row.OPPORTUNITY_STATE) {
		recordStateChange(account, id, String(row.OPPORTUNITY_STATE), null);
	}
	if (path === 'Ticket' && !before) addFirstComment(account, row);
	if (path === 'QuotationLineItem') refreshQuotation(account, Number(row.QUOTE_ID));
	return row;
}

/** A new ticket's text becomes its first comment. */
function addFirstComment({ store }: Account, ticket: JsonObject): void {
	if (typeof ticket.TicketCommentBodyHtml !== 'string') return;
	store.insert('TicketComments', {
		TICKET_ID: ticket.TICKET_ID,
		BODY_HTML: ticket.TicketCommentBodyHtml,
		PUBLIC_COMMENT: true,
		CHANNEL: 'API',
	});
}

/** Adds a line to the history of an opportunity. */
export function recordStateChange(
	account: Account,
	opportunityId: number,
	state: string,
	reasonId: number | null,
): JsonObject {
	const reason =
		reasonId === null ? undefined : account.store.get('OpportunityStateReasons', reasonId);
	const change: JsonObject = {
		OPPORTUNITY_ID: opportunityId,
		DATE_CHANGED_UTC: stamp(account.clock.now()),
		FOR_OPPORTUNITY_STATE: state,
		STATE_REASON_ID: reasonId,
		STATE_REASON: reason?.STATE_REASON ?? null,
	};
	account.stateHistory.push(change);
	return change;
}

/** Sums up the lines of a quotation. */
export function refreshQuotation({ store }: Account, quoteId: number): void {
	const quotation = store.get('Quotation', quoteId);
	if (!quotation) return;
	const lines = store.all('QuotationLineItem').filter(({ QUOTE_ID }) => QUOTE_ID === quoteId);
	const sum = (key: string) => lines.reduce((total, line) => total + Number(line[key] ?? 0), 0);
	const total = sum('TOTAL_PRICE');
	const besides = Number(quotation.TAX ?? 0) + Number(quotation.SHIPPING_HANDLING ?? 0);
	store.update('Quotation', quoteId, {
		LINE_ITEM_COUNT: lines.length,
		SUBTOTAL: sum('SUBTOTAL'),
		TOTAL_PRICE: total,
		GRAND_TOTAL: total + besides,
	});
}

/** The document lets bodies of events and notes name these dates; the service keeps them itself. */
function withoutStamps(sent: JsonObject): JsonObject {
	const stamps = ['DATE_CREATED_UTC', 'DATE_UPDATED_UTC'];
	return Object.fromEntries(Object.entries(sent).filter(([name]) => !stamps.includes(name)));
}

function taskRules(account: Account, after: JsonObject, changes: JsonObject): JsonObject {
	if (after.PROJECT_ID && after.OPPORTUNITY_ID) {
		throw invalid('A task belongs to a project or to an opportunity, not to both');
	}
	if (after.MILESTONE_ID) {
		const milestone = account.store.get('Milestones', Number(after.MILESTONE_ID));
		if (milestone?.PROJECT_ID !== after.PROJECT_ID) {
			throw invalid('MILESTONE_ID must belong to the project in PROJECT_ID');
		}
	}
	const asked = 'COMPLETED' in changes || 'STATUS' in changes;
	if (!asked) return changes;
	const byStatus = String(changes.STATUS ?? '').toUpperCase() === 'COMPLETED';
	const completed = 'COMPLETED' in changes ? changes.COMPLETED === true : byStatus;
	const at = after.COMPLETED_DATE_UTC ?? stamp(account.clock.now());
	return { ...changes, COMPLETED: completed, COMPLETED_DATE_UTC: completed ? at : null };
}

function completion(account: Account, after: JsonObject): JsonObject {
	const at = after.COMPLETED_DATE_UTC ?? stamp(account.clock.now());
	return { COMPLETED_DATE_UTC: after.COMPLETED === true ? at : null };
}

function eventRules(after: JsonObject, changes: JsonObject): JsonObject {
	if (String(after.END_DATE_UTC) < String(after.START_DATE_UTC)) {
		throw invalid('END_DATE_UTC must not lie before START_DATE_UTC');
	}
	return changes;
}

/** BID_AMOUNT times BID_DURATION, unless the bid is a fixed one. */
function opportunityValue({ BID_AMOUNT, BID_TYPE, BID_DURATION }: JsonObject): JsonValue {
	if (typeof BID_AMOUNT !== 'number') return null;
	const fixed = BID_TYPE == null || String(BID_TYPE).toUpperCase() === 'FIXED BID';
	return fixed ? BID_AMOUNT : BID_AMOUNT * Number(BID_DURATION ?? 1);
}

function lineTotals({ store }: Account, line: JsonObject): JsonObject {
	const entry = store.get('PricebookEntry', Number(line.PRICEBOOK_ENTRY_ID));
	const subtotal = Number(line.QUANTITY ?? 0) * Number(line.UNIT_PRICE ?? 0);
	const discount = Number(line.DISCOUNT ?? 0);
	return {
		LIST_PRICE: line.LIST_PRICE ?? entry?.PRICE ?? null,
		SUBTOTAL: subtotal,
		TOTAL_PRICE: subtotal * (1 - discount / 100),
	};
}

function standardPrice({ store }: Account, entry: JsonObject): JsonObject {
	if (entry.USE_STANDARD_PRICE !== true) return {};
	return { PRICE: store.get('Product', Number(entry.PRODUCT_ID))?.DEFAULT_PRICE ?? null };
}

function nextNumber({ store }: Account, path: 'Ticket' | 'Quotation'): string {
	return String(1000 + store.table(path).size + 1);
}
