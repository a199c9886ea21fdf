/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const PLACE = /<!-- histories -->[^]*<!-- \/histories -->/;

/** Puts a report between its marks in a Markdown file. */
export async function writeInto(file: string, report: string): Promise<void> {
	const text = readFileSync(file, 'utf8');
	const marked = `<!-- histories -->\n\n${report}\n\n<!-- /histories -->`;
	const options = { ...(await resolveConfig(file)), parser: 'markdown' };
	writeFileSync(
		file,
		await format(
			text.replace(PLACE, () => marked),
			options,
		),
	);
}
