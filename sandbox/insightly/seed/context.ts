import type { JsonObject } from '../../shared/json';
import type { Account } from '../account';
import { stamp } from '../dates';
import type { CollectionName } from '../resources';
import { resourceOf } from '../resources';
import type { Pools } from './pools';
import { pools } from './pools';
import type { Chance } from './random';
import { createChance } from './random';

/** The day the company's data ends; everything happened in the two years before. */
export const SEED_END = Date.UTC(2025, 5, 30, 18, 0, 0);

const DAY = 86_400_000;
const SPAN = 730 * DAY;

/** What the makers of seed records share. */
export interface SeedContext {
	readonly account: Account;
	readonly words: Pools;
	readonly chance: Chance;
}

export function createSeedContext(account: Account): SeedContext {
	return { account, words: pools(), chance: createChance(4711) };
}

/** DATE_CREATED_UTC and DATE_UPDATED_UTC of the record at a place in its list: lower numbers are older. */
export function datesAt(
	{ chance }: SeedContext,
	index: number,
	count: number,
): { DATE_CREATED_UTC: string; DATE_UPDATED_UTC: string } {
	const created = SEED_END - SPAN + Math.floor((SPAN * index) / count);
	const updated = created + chance.below(Math.max(1, SEED_END - created));
	return { DATE_CREATED_UTC: stamp(created), DATE_UPDATED_UTC: stamp(updated) };
}

/** A day around the end of the data, at midnight as date-only fields have it. */
export function dayAround({ chance }: SeedContext, before: number, after: number): string {
	const day = Math.floor(SEED_END / DAY) - before + chance.below(before + after);
	return stamp(day * DAY);
}

/** Inserts so many records. */
export function plant(
	context: SeedContext,
	collection: CollectionName,
	count: number,
	make: (index: number) => JsonObject,
): void {
	for (let index = 0; index < count; index += 1) {
		context.account.store.insert(
			collection,
			Object.assign(make(index), datesAt(context, index, count)),
		);
	}
}

/** The number of some record of a collection, null when it is empty. */
export function someId(
	{ account, chance }: SeedContext,
	collection: CollectionName,
): number | null {
	const table = account.store.table(collection);
	if (table.size === 0) return null;
	const place = chance.below(table.size);
	return table.idsBetween(place, place + 1)[0];
}

/** LINKS to some record of a collection, none when it is empty. */
export function linkTo(context: SeedContext, collection: CollectionName): JsonObject[] {
	const id = someId(context, collection);
	if (id === null) return [];
	const { objectName } = resourceOf(collection);
	return [
		{
			LINK_ID: 1 + context.chance.below(400_000),
			LINK_OBJECT_NAME: objectName,
			LINK_OBJECT_ID: id,
		},
	];
}

const TAGS = ['Customer', 'Partner', 'Newsletter', 'VIP', 'Trade fair', 'Reference'];

/** None, one or two tags. */
export function someTags({ chance }: SeedContext): JsonObject[] {
	const names = new Set(chance.happens(0.4) ? [chance.pick(TAGS), chance.pick(TAGS)] : []);
	return [...names].map((TAG_NAME) => ({ TAG_NAME }));
}
