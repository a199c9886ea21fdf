import type { IDataObject } from 'n8n-workflow';
import * as fc from 'fast-check';

import { FieldMemory, MOST_WATCHED_RECORDS } from '../../nodes/shared/polling/fieldMemory';

const names = ['stage', 'notes'];

/** Through JSON, as between two polls. */
function kept(memory: FieldMemory, wanted: readonly string[] = names): FieldMemory | undefined {
	return FieldMemory.from(JSON.parse(JSON.stringify(memory.keep())), wanted);
}

describe('the memory of watched fields', () => {
	it('does not take the first sight of a record for a change', () => {
		const memory = new FieldMemory(names);
		expect(memory.compare(7, { stage: 'new' })).toBeUndefined();
		memory.remember(7, { stage: 'new' });
		expect(memory.compare(7, { stage: 'new' })).toEqual({ changedFields: [], previous: {} });
	});

	it('names the fields that changed and what they held before', () => {
		const memory = new FieldMemory(names);
		memory.remember(7, { stage: 1, notes: null });
		expect(kept(memory)?.compare(7, { stage: 2, notes: '' })).toEqual({
			changedFields: ['stage'],
			previous: { stage: 1 },
		});
	});

	it('tells a missing field, null and an empty one from no other value', () => {
		const memory = new FieldMemory(['a']);
		memory.remember(1, {});
		for (const same of [{}, { a: null }, { a: '' }]) {
			expect(memory.compare(1, same)?.changedFields).toEqual([]);
		}
		for (const other of [{ a: 0 }, { a: false }, { a: 'null' }, { a: [] }]) {
			expect(memory.compare(1, other)?.changedFields).toEqual(['a']);
		}
	});

	it('sees the change of a long text, without what it was', () => {
		const memory = new FieldMemory(names);
		memory.remember(7, { notes: 'a'.repeat(500) });
		expect(kept(memory)?.compare(7, { notes: 'a'.repeat(499) })).toEqual({
			changedFields: ['notes'],
			previous: {},
		});
		expect(kept(memory)?.compare(7, { notes: 'a'.repeat(500) })?.changedFields).toEqual([]);
	});

	it('is not used for other fields, and not when it is broken', () => {
		const memory = new FieldMemory(names);
		memory.remember(7, { stage: 1 });
		expect(kept(memory, ['stage'])).toBeUndefined();
		const whole = memory.keep();
		for (const broken of [undefined, {}, { ...whole, records: 'H' }, { ...whole, values: [] }]) {
			expect(FieldMemory.from(broken, names)).toBeUndefined();
		}
	});

	it('keeps the newest 20,000 records in 80 KB, and says when older ones were forgotten', () => {
		const memory = new FieldMemory(['stage', 'owner']);
		for (let id = 1; id <= MOST_WATCHED_RECORDS + 5; id++) {
			memory.remember(id * 3, { stage: id % 8, owner: id % 20 });
		}
		expect(JSON.stringify(memory.keep()).length).toBeLessThan(80_000);
		expect(memory.isFull).toBe(true);
		const after = FieldMemory.from(memory.keep(), ['stage', 'owner']);
		expect(after?.compare(3, {})).toBeUndefined();
		expect(after?.compare((MOST_WATCHED_RECORDS + 5) * 3, {})).toBeDefined();
	});

	it('remembers exactly what it was given last, whatever that was', () => {
		const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
		const step = fc.tuple(
			fc.integer({ min: 0, max: 5 }),
			fc.dictionary(fc.constantFrom(...names), value),
		);
		fc.assert(
			fc.property(fc.array(step), (steps) => {
				const truth = new Map<number, IDataObject>();
				let memory = new FieldMemory(names);
				for (const [id, fields] of steps) {
					memory.remember(id, fields);
					truth.set(id, fields);
					memory = kept(memory) ?? new FieldMemory(names);
				}
				for (const [id, fields] of truth) {
					expect(memory.compare(id, fields)?.changedFields).toEqual([]);
				}
			}),
		);
	});
});
