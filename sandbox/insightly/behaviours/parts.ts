import type { JsonObject, JsonValue } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import type { Account } from '../account';

/** Parts of a record that have numbers of their own. */
const PART_NUMBERS: Readonly<Record<string, string>> = {
	DATES: 'DATE_ID',
	EMAILDOMAINS: 'EMAIL_DOMAIN_ID',
	LINKS: 'LINK_ID',
};

const next = new WeakMap<Account, number>();

/** A number that no other part of the account has. */
export function nextPartNumber(account: Account): number {
	const number = next.get(account) ?? 500_001;
	next.set(account, number + 1);
	return number;
}

/** Numbers those dates, e-mail domains and links of a record that have no number yet. */
export function numberParts(account: Account, changes: JsonObject): JsonObject {
	const numbered: Record<string, JsonValue> = { ...changes };
	for (const [field, key] of Object.entries(PART_NUMBERS)) {
		const parts = changes[field];
		if (!Array.isArray(parts)) continue;
		numbered[field] = parts
			.filter(isJsonObject)
			.map((part) => ({ [key]: nextPartNumber(account), ...part }));
	}
	return numbered;
}
