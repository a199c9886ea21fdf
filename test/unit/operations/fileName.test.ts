/* eslint-disable @typescript-eslint/no-require-imports */
import contentDisposition = require('content-disposition');
import fc from 'fast-check';

import { fileNameIn } from '../../../nodes/shared/operations/fileName';

const rawBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('the name of a file in Content-Disposition', () => {
	it.each([
		['attachment; filename=report.pdf', 'report.pdf'],
		['attachment; filename="annual report.pdf"', 'annual report.pdf'],
		['attachment; filename="a;b.pdf"', 'a;b.pdf'],
		['attachment; filename="say \\"hi\\".pdf"', 'say "hi".pdf'],
		["attachment; filename*=UTF-8''%E2%82%AC%20rates.pdf", '€ rates.pdf'],
		["attachment; filename*=UTF-8'en'%E2%82%AC%20rates.pdf", '€ rates.pdf'],
		['attachment; filename*="UTF-8\'\'caf%C3%A9.pdf"', 'café.pdf'],
		["attachment; filename=cafe.pdf; filename*=iso-8859-1''caf%E9.pdf", 'café.pdf'],
		["attachment; filename*=UTF-8''%E9broken.pdf; filename=plain.pdf", 'plain.pdf'],
		[`attachment; filename="${rawBytes('Übersicht.pdf')}"`, 'Übersicht.pdf'],
		['attachment; filename="=?utf-8?B?w5xiZXJzaWNodC5wZGY=?="', 'Übersicht.pdf'],
		['attachment; filename="=?UTF-8?Q?=C3=9Cber_sicht.pdf?="', 'Über sicht.pdf'],
		['attachment; FileName=report.pdf', 'report.pdf'],
		['attachment; filename="caf%C3%A9.pdf"', 'café.pdf'],
		['attachment; filename="100% done.pdf"', '100% done.pdf'],
		['attachment; filename="C:\\\\Users\\\\ada\\\\notes.txt"', 'notes.txt'],
		['attachment; filename="../../etc/passwd"', 'passwd'],
		['inline', undefined],
		['attachment; filename=""', undefined],
		[undefined, undefined],
	])('%s', (header, name) => {
		expect(fileNameIn(header)).toBe(name);
	});

	it('is what a well-kept encoder wrote, for every name', () => {
		const name = fc
			.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
			.map((text) => text.replace(/[/\\%\p{C}\ufffd]|=\?/gu, '').trim())
			.filter((text) => text !== '')
			.map((text) => `${text}.pdf`);
		fc.assert(
			fc.property(name, (wanted) => {
				expect(fileNameIn(contentDisposition(wanted))).toBe(wanted);
			}),
		);
	});
});
