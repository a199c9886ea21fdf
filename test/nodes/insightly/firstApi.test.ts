/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../../../nodes/Insightly/resources';

/** Every path of the announcement of API version 1. */
const ANNOUNCED = [
	...['Contacts', 'Organisations', 'Opportunities', 'Projects'].flatMap((name) => [
		`/${name}`,
		`/${name}/:id`,
		`/${name}/:id/image`,
		`/${name}/:id/Notes`,
		`/${name}/:id/Emails`,
	]),
	...['/Tasks', '/Tasks/:id', '/TaskCategories', '/TaskLinks'],
	...['Contacts', 'Organisations', 'Opportunities', 'Projects', 'Emails'].map(
		(name) => `/Tags/${name}`,
	),
	...['/OpportunityCategories', '/OpportunityStateChange/:id', '/OpportunityStateReasons'],
	...['/ProjectCategories'],
	...['/Emails', '/Emails?Brief=True', '/Emails/:id', '/Emails/:id/comments', '/EmailLinks'],
	...['/Events', '/Events/:id'],
	...['/Notes', '/Notes?Brief=True', '/Notes/:id', '/Notes/:id/comments', '/NoteLinks'],
	...['/Comments/:id', '/FileAttachments/:id', '/FileCategories'],
	...['/Teams', '/Teams/:id', '/TeamMembers', '/TeamMembers/:id'],
	...['/Pipelines', '/Pipelines/:id', '/PipelineStages', '/PipelineStages/:id'],
	...['/Users', '/Users/:id', '/Countries', '/Currencies', '/Relationships'],
	...['/CustomFields', '/CustomFields/:id'],
];

const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'insightly.md'), 'utf8');

const rows = page
	.slice(page.indexOf('## From version 1'))
	.split('\n')
	.flatMap((line) => {
		const [, path, fate] = /^\| `([^`]+)`\s+\| (.+?)\s*\|$/.exec(line) ?? [];
		return path ? [{ path, fate }] : [];
	});

describe('the guide’s table of version 1', () => {
	it('has every path that was announced once, and no other', () => {
		expect(rows.map(({ path }) => path).sort()).toEqual([...ANNOUNCED].sort());
	});

	it.each(rows)('leads from $path to a resource of the node', ({ fate }) => {
		const names = resources.map(({ name }) => name);
		expect(names.some((name) => fate.includes(name))).toBe(true);
	});

	it('gives a reason or another way for everything that is gone', () => {
		const gone = rows.filter(({ fate }) => /^Gone|^Moved/.test(fate));
		expect(gone.map(({ path }) => path).sort()).toEqual([
			'/CustomFields',
			'/CustomFields/:id',
			'/EmailLinks',
			'/NoteLinks',
			'/OpportunityStateChange/:id',
			'/TaskLinks',
		]);
		expect(gone.every(({ fate }) => fate.length > 60)).toBe(true);
	});
});
