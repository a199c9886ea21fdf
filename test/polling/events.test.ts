import { armed, feed, row, seenAt } from './pages';

describe('events', () => {
	const created = (id: string, createdAt: number, changedAt = createdAt) =>
		row(id, changedAt, { createdAt });
	const known = (id: string, at: number) => ({
		...armed,
		seen: { [id]: seenAt(at) },
	});

	it.each`
		event                 | state                | given                         | told     | why
		${'created'}          | ${armed}             | ${created('1', 1_100)}        | ${true}  | ${'it was created'}
		${'created'}          | ${armed}             | ${created('1', 1_100, 1_300)} | ${true}  | ${'it was created and changed since'}
		${'created'}          | ${armed}             | ${created('1', 900, 1_300)}   | ${false} | ${'it was there before'}
		${'created'}          | ${armed}             | ${created('1', 999, 1_000)}   | ${false} | ${'it was created before the trigger was armed'}
		${'created'}          | ${known('1', 1_100)} | ${created('1', 1_100, 1_300)} | ${false} | ${'its creation was told'}
		${'updated'}          | ${armed}             | ${created('1', 1_100, 1_102)} | ${false} | ${'the change is its creation'}
		${'updated'}          | ${armed}             | ${created('1', 1_100, 1_103)} | ${true}  | ${'it was changed after its creation'}
		${'updated'}          | ${known('1', 1_100)} | ${created('1', 1_100, 1_101)} | ${true}  | ${'its creation was met before'}
		${'updated'}          | ${armed}             | ${row('1', 1_100)}            | ${true}  | ${'nothing is said of its creation'}
		${'createdOrUpdated'} | ${armed}             | ${created('1', 1_100)}        | ${true}  | ${'it was created'}
		${'createdOrUpdated'} | ${known('1', 1_100)} | ${created('1', 1_100, 1_300)} | ${true}  | ${'it was changed'}
		${'createdOrUpdated'} | ${known('1', 1_100)} | ${created('1', 1_100)}        | ${false} | ${'it was told in this version'}
	`('"$event": told is $told because $why', ({ event, state, given, told }) => {
		const { ids } = feed(state, [{ rows: [given], serverNow: 1_400 }], { event });
		expect(ids).toEqual(told ? ['1'] : []);
	});

	it('counts a creation stamped just before the pass when its change was stamped within it', () => {
		const later = { ...armed, watermark: 2_060, from: 2_000 };
		const told = (createdAt: number) =>
			feed(later, [{ rows: [created('1', createdAt, 2_001)], serverNow: 2_100 }], {
				event: 'created',
			}).ids;
		expect(told(1_998)).toEqual(['1']);
		expect(told(1_997)).toEqual([]);
	});

	it('remembers rows that the filter turns down, so that a later look at them is a change', () => {
		const { ids, state } = feed(armed, [{ rows: [row('1', 1_100)], serverNow: 1_110 }], {
			matches: () => false,
		});
		expect(ids).toEqual([]);
		expect(state.seen).toEqual({ 1: seenAt(1_100) });
	});
});
