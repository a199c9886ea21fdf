import type { SandboxClock } from '../../shared/clock';
import type { JsonObject, JsonValue } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import { stamp } from '../dates';
import type { CollectionName } from '../resources';
import { resourceOf, resources } from '../resources';
import { recordTypes } from '../spec';
import type { InsightlySwitches } from '../switches';
import { blankRow } from './blank';
import { fillCustomFields } from './customFieldEntries';
import { Table } from './table';

/** Everything an account holds, by collection. Tests may look and change it behind the API's back. */
export class Store {
	private readonly tables = new Map<string, Table>();

	/** Number of the user the key belongs to. */
	me = 0;

	constructor(
		private clock: Pick<SandboxClock, 'now'>,
		private readonly switches: InsightlySwitches,
	) {
		resources.forEach(({ path }, index) =>
			this.tables.set(path, new Table(1000 + index * 100_000)),
		);
	}

	/** The table of a collection; a custom object's is made at first use. */
	table(name: CollectionName | string): Table {
		const known = this.tables.get(name);
		if (known) return known;
		resourceOf(name);
		const table = new Table(1);
		this.tables.set(name, table);
		return table;
	}

	/** Every record, in ascending order of its number. */
	all(name: CollectionName | string): JsonObject[] {
		return this.table(name).rows();
	}

	/** One record, undefined when there is none. */
	get(name: CollectionName | string, id: number): JsonObject | undefined {
		return this.table(name).get(id);
	}

	/**
	 * Adds a record. What is not given is filled in as the service does: number, dates, owner, empty fields,
	 * every custom field of the account.
	 * @returns the whole record
	 */
	insert(name: CollectionName | string, values: JsonObject): JsonObject {
		const { idKey, type } = resourceOf(name);
		const table = this.table(name);
		const given = values[idKey];
		const id = typeof given === 'number' ? given : table.nextId();
		// One copy of the blank, then only keys it has already: this is what makes 200,000 records affordable.
		const row: Record<string, JsonValue> = { ...blankRow(this, name) };
		Object.assign(row, values);
		if (idKey) row[idKey] = id;
		this.stampCreation(type, values, row);
		if (values.CUSTOMFIELDS) Object.assign(row, this.customFields(name, values.CUSTOMFIELDS));
		if (values.LINKS) Object.assign(row, ownSideOfLinks(name, id, values.LINKS));
		table.put(id, row);
		return row;
	}

	/**
	 * Changes a record and its DATE_UPDATED_UTC.
	 * @returns the whole record
	 * @throws RangeError when there is no such record
	 */
	update(name: CollectionName | string, id: number, changes: JsonObject): JsonObject {
		const table = this.table(name);
		const before = table.get(id);
		if (!before) throw new RangeError(`No ${name} ${id}`);
		const dated = 'DATE_UPDATED_UTC' in recordTypes[resourceOf(name).type];
		const row: JsonObject = {
			...before,
			...(dated ? { DATE_UPDATED_UTC: stamp(this.clock.now()) } : {}),
			...changes,
			...(changes.CUSTOMFIELDS
				? this.customFields(name, changes.CUSTOMFIELDS, before.CUSTOMFIELDS)
				: {}),
		};
		table.put(id, row);
		return row;
	}

	/** Deletes a record; false when there was none. */
	remove(name: CollectionName | string, id: number): boolean {
		return this.table(name).delete(id);
	}

	/** Dates everything that is written meanwhile with one moment (ms) instead of the clock. */
	datedAs(moment: number, write: () => void): void {
		const { clock } = this;
		this.clock = { now: () => moment };
		write();
		this.clock = clock;
	}

	/** Names of the account's custom objects, e.g. `Vehicle__c`. */
	customObjectNames(): string[] {
		return this.all('CustomObjects').map(({ OBJECT_NAME }) => String(OBJECT_NAME));
	}

	/** Descriptions of the custom fields of a collection. */
	customFieldsOf(name: CollectionName | string): JsonObject[] {
		const fieldFor = resourceOf(name).objectName.toUpperCase();
		return this.all('CustomFields').filter(({ FIELD_FOR }) => FIELD_FOR === fieldFor);
	}

	private stampCreation(type: string, given: JsonObject, row: Record<string, JsonValue>): void {
		const fields = recordTypes[type];
		const skew = this.switches.createdUpdatedSkew ? 1000 : 0;
		const missing = (key: string) => key in fields && given[key] === undefined;
		if (missing('DATE_CREATED_UTC')) row.DATE_CREATED_UTC = stamp(this.clock.now());
		if (missing('DATE_UPDATED_UTC')) row.DATE_UPDATED_UTC = stamp(this.clock.now() + skew);
	}

	private customFields(
		name: string,
		given: JsonValue | undefined,
		before: JsonValue = [],
	): JsonObject {
		if (!('CUSTOMFIELDS' in recordTypes[resourceOf(name).type])) return {};
		if (!given) return {};
		return { CUSTOMFIELDS: fillCustomFields(this.customFieldsOf(name), before, given) };
	}
}

/** Links as answers show them: with the record's own side filled in. */
function ownSideOfLinks(name: string, id: number, links: JsonValue | undefined): JsonObject {
	if (!Array.isArray(links)) return {};
	const own = { OBJECT_NAME: resourceOf(name).objectName, OBJECT_ID: id };
	const rest = { ROLE: null, DETAILS: null, RELATIONSHIP_ID: null, IS_FORWARD: false };
	return { LINKS: links.filter(isJsonObject).map((link) => ({ ...rest, ...link, ...own })) };
}
