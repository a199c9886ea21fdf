import type { INodeListSearchItems } from 'n8n-workflow';

/** A record's name in a list, with its e-mail address behind it where it has one and is not named after it. */
export const withEmail = (title: string, email: unknown): string =>
	typeof email === 'string' && email !== '' && email !== title ? `${title} (${email})` : title;

/** Entries of a list, with the ID behind the names of those that would look alike. */
export function toldApart(entries: readonly INodeListSearchItems[]): INodeListSearchItems[] {
	const alike = new Map<string, number>();
	for (const { name } of entries) alike.set(name, (alike.get(name) ?? 0) + 1);
	return entries.map((entry) =>
		alike.get(entry.name) === 1 ? entry : { ...entry, name: `${entry.name} (${entry.value})` },
	);
}
