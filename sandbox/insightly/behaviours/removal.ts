import type { JsonObject } from '../../shared/json';
import type { Account } from '../account';
import type { Resource } from '../resources';
import { resourceOf } from '../resources';

/** What goes with a record: collections below it, and the field by which they name it. */
const BELOW: Readonly<Record<string, ReadonlyArray<readonly [collection: string, field: string]>>> =
	{
		Emails: [['Comments', 'EMAIL_ID']],
		Notes: [['Comments', 'NOTE_ID']],
		Opportunities: [['OpportunityLineItem', 'OPPORTUNITY_ID']],
		Product: [['PricebookEntry', 'PRODUCT_ID']],
		Projects: [['Milestones', 'PROJECT_ID']],
		Quotation: [
			['QuotationLineItem', 'QUOTE_ID'],
			['QuotationDocument', 'QUOTE_ID'],
		],
		Tasks: [['Comments', 'TASK_ID']],
		Ticket: [['TicketComments', 'TICKET_ID']],
	};

/** Deletes a record with everything below it: comments, lines, files, pictures, follows, translations. */
export function removeRecord(account: Account, { path }: Resource, id: number): void {
	const { store } = account;
	store.remove(path, id);
	for (const [collection, field] of BELOW[path] ?? []) {
		const { idKey } = resourceOf(collection);
		const mine = store.all(collection).filter((row) => Number(row[field]) === id);
		mine.forEach((row: JsonObject) => store.remove(collection, Number(row[idKey])));
	}
	removeWhatHangsOn(account, `${path}/${id}`);
}

function removeWhatHangsOn({ store, files, parents, follows, translations }: Account, key: string) {
	follows.delete(key);
	for (const [child, parent] of [...parents]) {
		if (parent !== key) continue;
		parents.delete(child);
		files.delete(child);
		store.remove('FileAttachments', Number(child.split('/')[1]));
	}
	for (const kept of [files, translations]) {
		for (const name of [...kept.keys()]) if (name.startsWith(`${key}/`)) kept.delete(name);
	}
}
