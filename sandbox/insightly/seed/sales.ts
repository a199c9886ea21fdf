import type { JsonObject } from '../../shared/json';
import { refreshQuotation } from '../rules';
import type { SeedContext } from './context';
import { dayAround, plant, someId } from './context';

/** Products, one standard and one partner price book with an entry for every product, and lines to sell. */
export function seedProducts(context: SeedContext, count: number): void {
	if (count === 0) return;
	const { chance, words } = context;
	plant(context, 'Product', count, (index) => ({
		PRODUCT_NAME: words.products[index % words.products.length],
		PRODUCT_CODE: `P-${100 + index}`,
		PRODUCT_SKU: `SKU-${1000 + index}`,
		DESCRIPTION: chance.pick(words.phrases),
		PRODUCT_FAMILY: chance.pick(words.industries),
		DEFAULT_PRICE: 10 * (1 + chance.below(90)),
		ACTIVE: true,
	}));
	const { store } = context.account;
	for (const [NAME, IS_STANDARD] of [
		['Standard', true],
		['Partners', false],
	] as const) {
		const { PRICEBOOK_ID } = store.insert('Pricebook', { NAME, IS_STANDARD, ACTIVE: true });
		for (const { PRODUCT_ID, DEFAULT_PRICE } of store.all('Product')) {
			const price = Number(DEFAULT_PRICE) * (IS_STANDARD ? 1 : 0.8);
			store.insert('PricebookEntry', { PRICEBOOK_ID, PRODUCT_ID, PRICE: price, ACTIVE: true });
		}
	}
}

/** Quotations for opportunities, each with two lines and a document; needs products. */
export function seedQuotations(context: SeedContext, count: number): void {
	const { account, chance, words } = context;
	plant(context, 'Quotation', count, (index) => ({
		QUOTATION_NAME: `Offer ${index + 1}`,
		QUOTATION_NUMBER: String(1001 + index),
		QUOTATION_DESCRIPTION: chance.pick(words.phrases),
		QUOTATION_EXPIRATION_DATE: dayAround(context, 30, 90),
		OPPORTUNITY_ID: someId(context, 'Opportunities'),
		CONTACT_ID: someId(context, 'Contacts'),
		ORGANISATION_ID: someId(context, 'Organisations'),
		PRICEBOOK_ID: someId(context, 'Pricebook'),
	}));
	plant(context, 'OpportunityLineItem', count, () => ({
		OPPORTUNITY_ID: someId(context, 'Opportunities'),
		...line(context),
	}));
	plant(context, 'QuotationLineItem', count * 2, (index) => ({
		QUOTE_ID: account.store.table('Quotation').idsBetween()[index % count],
		SORT_ORDER: index < count ? 1 : 2,
		...line(context),
	}));
	for (const { QUOTE_ID, QUOTATION_NAME } of account.store.all('Quotation')) {
		const FILE_NAME = `${String(QUOTATION_NAME)}.pdf`;
		const file = account.store.insert('FileAttachments', {
			FILE_NAME,
			CONTENT_TYPE: 'application/pdf',
		});
		const bytes = Buffer.from(`%PDF-1.4 ${FILE_NAME}`);
		const key = `FileAttachments/${Number(file.FILE_ID)}`;
		account.files.set(key, { name: FILE_NAME, type: 'application/pdf', bytes });
		account.store.insert('QuotationDocument', {
			...{ QUOTATION_NAME, FILE_NAME },
			QUOTE_ID: String(QUOTE_ID),
			FILE_ID: String(file.FILE_ID),
		});
		refreshQuotation(account, Number(QUOTE_ID));
	}
}

function line(context: SeedContext): JsonObject {
	const PRICEBOOK_ENTRY_ID = someId(context, 'PricebookEntry');
	const entry = context.account.store.get('PricebookEntry', Number(PRICEBOOK_ENTRY_ID));
	const price = Number(entry?.PRICE ?? 0);
	const QUANTITY = 1 + context.chance.below(9);
	return {
		...{ PRICEBOOK_ENTRY_ID, QUANTITY, LIST_PRICE: price, UNIT_PRICE: price, DISCOUNT: 0 },
		SUBTOTAL: price * QUANTITY,
		TOTAL_PRICE: price * QUANTITY,
	};
}
