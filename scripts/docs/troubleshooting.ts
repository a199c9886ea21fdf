/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { join } from 'node:path';

import type { GeneratedFile } from './generated';
import { messagesIn, type Message } from './messages';

const nodesFolder = join(__dirname, '..', '..', 'nodes');

const sections: ReadonlyArray<{ title: string; about: string; folders: readonly string[] }> = [
	{
		title: 'From every service',
		about: '`[service]` stands for Insightly, Spotler CRM or PostHog.',
		folders: ['shared'],
	},
	{ title: 'Insightly', about: 'Besides those of every service.', folders: ['Insightly'] },
	{ title: 'Spotler CRM', about: 'Besides those of every service.', folders: ['SpotlerCrm'] },
	{ title: 'PostHog', about: 'Besides those of every service.', folders: ['PostHogInsights'] },
];

/** The page with every message that the nodes can give and what to do about it. */
export function troubleshootingPage(): GeneratedFile {
	const lines = [
		'# Troubleshooting by message',
		'',
		'Every message that the nodes can give, in the order of the alphabet, and what to do about it: the same words that',
		'n8n shows below the message. `…` stands for a name, a value or a number. Made from the sources by `npm run docs`.',
		'',
		'A message often ends with the words of the service itself, behind a colon. On the error output (_On Error: Continue',
		'Using Error Output_) the message is in `error`, the advice in `details`.',
		'',
		...sections.flatMap(({ title, about, folders }) => [
			`## ${title}`,
			'',
			about,
			'',
			table(folders.flatMap((folder) => messagesIn(join(nodesFolder, folder)))),
			'',
		]),
	];
	return { path: 'docs/troubleshooting.md', content: lines.join('\n') };
}

/** The formatter leaves it alone, because aligned columns would be mostly blanks. */
const table = (messages: readonly Message[]): string =>
	[
		'<!-- prettier-ignore-start -->',
		'| Message | What to do |',
		'| --- | --- |',
		...messages.map(({ message, advice }) => `| ${cell(message)} | ${cell(advice)} |`),
		'<!-- prettier-ignore-end -->',
	].join('\n');

const cell = (text: string): string => text.replace(/[|<]/g, (sign) => `\\${sign}`);
