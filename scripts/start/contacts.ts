import type { SandboxAccount } from './provision';
import { Stop } from './stop';

/** A contact as Insightly's API returns it, as far as it is shown here. */
export interface Contact {
	CONTACT_ID: number;
	FIRST_NAME: string;
	LAST_NAME: string;
}

const people = [
	['Ada', 'Lovelace'],
	['Grace', 'Hopper'],
	['Katherine', 'Johnson'],
	['Alan', 'Turing'],
	['Mary', 'Somerville'],
	['Claude', 'Shannon'],
] as const;
let created = 0;

/** Creates a contact in the sandbox over its API, as another Insightly user would. Throws `Stop` when it is refused. */
export async function createContact(account: SandboxAccount, lastName?: string): Promise<Contact> {
	const [first, last] = people[created++ % people.length];
	const answer = await fetch(`${account.apiUrl}/Contacts`, {
		method: 'POST',
		headers: { authorization: basic(account.apiKey), 'content-type': 'application/json' },
		body: JSON.stringify({ FIRST_NAME: first, LAST_NAME: lastName ?? last }),
	});
	const text = await answer.text();
	if (!answer.ok)
		throw new Stop(`The sandbox answered ${answer.status} to a new contact: ${text.slice(0, 300)}`);
	return JSON.parse(text) as Contact;
}

/** Reads a list or a record of the sandbox over its API; `path` begins with a slash. */
export async function readSandbox<T>(account: SandboxAccount, path: string): Promise<T> {
	const answer = await fetch(account.apiUrl + path, {
		headers: { authorization: basic(account.apiKey) },
	});
	if (!answer.ok) throw new Stop(`The sandbox answered ${answer.status} to GET ${path}.`);
	return (await answer.json()) as T;
}

/** The command that does the same by hand. */
export function curlLine({ apiKey, apiUrl }: SandboxAccount): string {
	const body = JSON.stringify({ FIRST_NAME: 'Ada', LAST_NAME: 'Lovelace' });
	return `curl -u ${apiKey}: -H 'Content-Type: application/json' -d '${body}' ${apiUrl}/Contacts`;
}

/** "Ada Lovelace (347512)" for whatever names and id an item has. */
export function nameOf(item: Record<string, unknown>): string {
	const name =
		[item.FIRST_NAME, item.LAST_NAME].filter(Boolean).join(' ') || 'a contact without a name';
	return item.CONTACT_ID === undefined ? name : `${name} (${String(item.CONTACT_ID)})`;
}

function basic(apiKey: string): string {
	return `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`;
}
