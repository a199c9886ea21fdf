import type { SandboxClock } from '../shared/clock';
import type { JsonObject } from '../shared/json';
import { stamp } from './dates';
import { objectNamed, objects, type ObjectSpec } from './objects';
import type { SpotlerSwitches } from './switches';

/** A file as it was uploaded. */
export interface StoredFile {
	name: string;
	type: string;
	content: Buffer;
}

/** Everything an account holds, by object name. Tests may look and change it behind the API's back. */
export class SpotlerStore {
	private readonly tables = new Map<string, Map<number, JsonObject>>();

	/** Values of lookup lists, by list name: here `accounts_type` for the field type of accounts. */
	readonly lookups = new Map<string, string[]>();

	readonly files = new Map<number, StoredFile>();

	/** User that the token belongs to. */
	me = 90_505;

	private lastId = 95_000_000;

	constructor(
		private readonly clock: SandboxClock,
		private readonly switches: SpotlerSwitches,
	) {
		for (const { name, fields } of objects) {
			this.tables.set(name, new Map());
			for (const field of fields) {
				if (field.values) this.lookups.set(listName(name, field.name), [...field.values]);
			}
		}
	}

	/** Every record, in ascending order of its ID. */
	all(object: string): JsonObject[] {
		const table = this.table(object);
		const isInOrder = [...table.keys()].every((id, at, ids) => at === 0 || ids[at - 1] < id);
		const rows = [...table.values()];
		return isInOrder ? rows : rows.sort((a, b) => Number(a.id) - Number(b.id));
	}

	get(object: string, id: number): JsonObject | undefined {
		return this.table(object).get(id);
	}

	/**
	 * Adds a record; what is not given is filled in as the service does. IDs rise over all objects, as they were seen to.
	 * @returns the whole record
	 */
	insert(object: string, values: JsonObject): JsonObject {
		const spec = this.spec(object);
		const id = typeof values.id === 'number' ? values.id : (this.lastId += 1 + (this.lastId % 7));
		this.lastId = Math.max(this.lastId, id);
		const row: JsonObject = {
			...blank(spec),
			...this.stamps(spec, ['createddate', 'modifieddate', 'modified']),
			...('createdby' in blank(spec) ? { createdby: this.me } : {}),
			...('modifiedby' in blank(spec) ? { modifiedby: this.me } : {}),
			...values,
			id,
		};
		this.table(object).set(id, row);
		return row;
	}

	/**
	 * Changes a record and its date of change.
	 * @throws RangeError when there is no such record
	 */
	update(object: string, id: number, changes: JsonObject): JsonObject {
		const before = this.get(object, id);
		if (!before) throw new RangeError(`No ${object} ${id}`);
		const dates = this.stamps(this.spec(object), ['modifieddate', 'modified']);
		const row: JsonObject = { ...before, ...dates, ...changes };
		this.table(object).set(id, row);
		return row;
	}

	/** Deletes a record; false when there was none. */
	remove(object: string, id: number): boolean {
		this.files.delete(id);
		return this.table(object).delete(id);
	}

	/** Many records at once, all of one second, as an import makes them. */
	importMany(object: string, count: number, values: (index: number) => JsonObject): JsonObject[] {
		const dates = this.stamps(this.spec(object), ['createddate', 'modifieddate']);
		return Array.from({ length: count }, (_, index) =>
			this.insert(object, { ...dates, ...values(index) }),
		);
	}

	private table(object: string): Map<number, JsonObject> {
		const table = this.tables.get(object);
		if (!table) throw new RangeError(`The sandbox has no object ${object}`);
		return table;
	}

	private spec(object: string): ObjectSpec {
		this.table(object);
		return objectNamed(object) as ObjectSpec;
	}

	private stamps(spec: ObjectSpec, names: string[]): JsonObject {
		const now = stamp(this.clock.now(), this.switches.timeZone);
		const own = names.filter((name) => spec.fields.some((field) => field.name === name));
		return Object.fromEntries(own.map((name) => [name, now]));
	}
}

/** A lookup list's own name, which PATCH wants; how it relates to the field is not documented. */
export const listName = (object: string, field: string): string => `${object}_${field}`;

/** Empty texts are sometimes '' and sometimes null, references without a target 0 (the document's samples). */
function blank({ fields }: ObjectSpec): JsonObject {
	return Object.fromEntries(
		fields.map(({ name, type }) => {
			if (name === 'addresscountry') return [name, 'United Kingdom'];
			if (name.startsWith('address') && name !== 'addressline') return [name, ''];
			if (type === 'reference' || type === 'flag') return [name, 0];
			return [name, null];
		}),
	);
}
