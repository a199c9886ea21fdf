import { unflatten } from '../../scripts/start/unflatten';

describe('the stored data of an execution', () => {
	it('becomes a tree again: strings inside lists and objects are entry numbers', () => {
		const text = JSON.stringify([
			{ status: '1', items: '2', count: 3, done: true, none: null },
			'success',
			['3', '4'],
			{ name: '5' },
			'12',
			'Ada',
		]);
		expect(unflatten(text)).toEqual({
			status: 'success',
			items: [{ name: 'Ada' }, '12'],
			count: 3,
			done: true,
			none: null,
		});
	});

	it('keeps shared and circular parts as one', () => {
		const tree = unflatten('[{"a":"1","b":"1"},{"up":"0"}]') as Record<string, { up: unknown }>;
		expect(tree.a).toBe(tree.b);
		expect(tree.a.up).toBe(tree);
	});
});
