import { csvPageOf } from '../../../nodes/PostHogInsights/output/csv';

describe('a page of a list in CSV', () => {
	it.each([
		[
			'count,next,previous,results.0.id,results.0.name,results.1.id\r\n3,https://x/?offset=2,,7,"a, ""b""\r\nc",8\r\n',
			{ received: 2, total: 3, hasNext: true },
		],
		[
			'count,next,previous,results.0.id\r\n3,,https://x/,9\r\n',
			{ received: 1, total: 3, hasNext: false },
		],
		['count,next,previous\r\n0,,\r\n', { received: 0, total: 0, hasNext: false }],
		['results.0.id\n7\n', { received: 1 }],
		['previous\r\nhttps://x/?limit=40\r\n', { received: 0 }],
		['id,name\n7,"a\nb"\n8,c\n', { received: 2 }],
		['', { received: 0 }],
	])('tells how many rows it has, and whether more follow: %j', (text, told) => {
		expect(csvPageOf(text)).toEqual(told);
	});
});
