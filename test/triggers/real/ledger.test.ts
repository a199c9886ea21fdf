import { Ledger, sum } from './ledger';

const at = (seconds: number) => 1_700_000_000_000 + seconds * 1_000;

describe('The account of a stream of changes', () => {
	it('counts what was delivered once', () => {
		const ledger = new Ledger([]);
		ledger.note('7', at(0));
		ledger.deliver('7', { execution: '1', at: at(2) }, false);
		expect(ledger.open).toBe(0);
		expect(ledger.close()).toMatchObject({ changes: 1, delivered: 1, lost: [], repeated: [] });
	});

	it('tells a loss in a crash from one without a reason', () => {
		const ledger = new Ledger([at(10)]);
		ledger.note('early', at(-100));
		ledger.note('before', at(5));
		ledger.note('after', at(11));
		expect(ledger.open).toBe(3);
		expect(ledger.close()).toMatchObject({ lostInCrash: ['before'], lost: ['early', 'after'] });
	});

	it('forgives a repeat only when n8n was killed between the two deliveries', () => {
		const ledger = new Ledger([at(10)]);
		for (const [key, second] of [
			['over', 12],
			['within', 9],
		] as const) {
			ledger.note(key, at(5));
			ledger.deliver(key, { execution: '1', at: at(8) }, false);
			ledger.deliver(key, { execution: '2', at: at(second) }, false);
		}
		expect(ledger.close()).toMatchObject({ repeatedAfterCrash: ['over'], repeated: ['within'] });
	});

	it('notices what was never changed, and what came with an execution that was run again', () => {
		const ledger = new Ledger([]);
		ledger.note('7', at(0));
		ledger.deliver('7', { execution: '2', at: at(3) }, true);
		ledger.deliver('8', { execution: '2', at: at(3) }, true);
		expect(sum([ledger.close(), new Ledger([]).close()])).toMatchObject({
			...{ changes: 1, delivered: 1, again: 1 },
			unknown: ['8'],
		});
	});
});
