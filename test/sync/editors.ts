import type { Chance } from '../../sandbox/insightly/seed/random';
import {
	changePerson,
	createPerson,
	peopleOf,
	sides,
	somebody,
	someChanges,
	withoutIds,
	type Crms,
	type Person,
	type Side,
} from './people';

/** The last edit of a record by a person, and what the record said after it. */
export interface Edit {
	at: number;
	/** Counts the edits: of two in one moment, the higher one was later. */
	place: number;
	person: Person;
}

/** Random edits of people on both sides. */
export class Editors {
	count = 0;

	/** By side and ID. */
	readonly last = new Map<string, Edit>();

	/** Records that were changed while an older state of them was on its way: a window that no API can close. */
	readonly overtaken = new Set<string>();

	constructor(
		private readonly crms: Crms,
		private readonly chance: Chance,
		private readonly now: () => number,
	) {}

	/** One edit, or the same new person on both sides. */
	edit(): void {
		const { crms, chance } = this;
		const side = chance.pick(sides);
		const known = peopleOf(crms, side);
		if (known.length >= 3 && !chance.happens(0.15)) {
			const { id } = chance.pick(known);
			changePerson(crms, side, id, someChanges(chance));
			this.note(side, id);
			return;
		}
		const person = somebody(chance);
		this.note(side, createPerson(crms, side, person));
		if (!chance.happens(0.2)) return;
		const other = side === 'insightly' ? 'spotler' : 'insightly';
		this.note(other, createPerson(crms, other, { ...somebody(chance), email: person.email }));
	}

	/** An edit of a record while the other direction carries an older state of it. */
	overtake(side: Side, id: number): void {
		changePerson(this.crms, side, id, someChanges(this.chance));
		this.overtaken.add(`${side} ${id}`);
		this.note(side, id);
	}

	private note(side: Side, id: number): void {
		const person = peopleOf(this.crms, side).find((one) => one.id === id);
		this.count++;
		if (!person) return;
		const edit = { at: this.now(), place: this.count, person: withoutIds(person) };
		this.last.set(`${side} ${id}`, edit);
	}
}
