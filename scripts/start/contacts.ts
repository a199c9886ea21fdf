import type { SandboxAccount } from './sandboxes';
import { Stop } from './stop';

/** A contact as Insightly's API returns it, as far as it is used here. */
export interface Contact {
	CONTACT_ID: number;
	FIRST_NAME: string;
	LAST_NAME: string;
	EMAIL_ADDRESS: string | null;
	ORGANISATION_ID: number | null;
	TITLE: string | null;
}

const people = [
	['Ada', 'Lovelace'],
	['Grace', 'Hopper'],
	['Katherine', 'Johnson'],
	['Alan', 'Turing'],
	['Mary', 'Somerville'],
	['Emmy', 'Noether'],
] as const;

const titles = ['Head of Research', 'Managing Director', 'Chief Engineer', 'Board Member'] as const;

let created = 0;
let changed = 0;

/**
 * Creates a contact in the sandbox over its API, as another Insightly user would. Every second one belongs to an
 * organisation. Throws `Stop` when it is refused.
 */
export async function createContact(account: SandboxAccount, lastName?: string): Promise<Contact> {
	const number = ++created;
	const [first, last] = people[(number - 1) % people.length];
	return await writeSandbox<Contact>(account, 'POST', '/Contacts', {
		FIRST_NAME: first,
		LAST_NAME: lastName ?? last,
		EMAIL_ADDRESS: `${first}.${last}.${number}@example.com`.toLowerCase(),
		...(number % 2 === 1 ? { ORGANISATION_ID: await someOrganisation(account, number) } : {}),
	});
}

/** Gives the contact another job title. Throws `Stop` when the sandbox refuses. */
export async function changeContact(account: SandboxAccount, id: number): Promise<Contact> {
	const TITLE = titles[changed++ % titles.length];
	return await writeSandbox<Contact>(account, 'PUT', '/Contacts', { CONTACT_ID: id, TITLE });
}

async function someOrganisation(account: SandboxAccount, number: number): Promise<number> {
	const path = `/Organisations?top=1&skip=${number}`;
	const [organisation] = await readSandbox<Array<{ ORGANISATION_ID: number }>>(account, path);
	return organisation.ORGANISATION_ID;
}

/** Reads a list or a record of the sandbox over its API; `path` begins with a slash. */
export async function readSandbox<T>(account: SandboxAccount, path: string): Promise<T> {
	return await ask<T>(account, 'GET', path);
}

async function writeSandbox<T>(
	account: SandboxAccount,
	method: 'POST' | 'PUT',
	path: string,
	body: object,
): Promise<T> {
	return await ask<T>(account, method, path, JSON.stringify(body));
}

async function ask<T>(
	{ key, url }: SandboxAccount,
	method: string,
	path: string,
	body?: string,
): Promise<T> {
	const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
	const answer = await fetch(url + path, {
		method,
		headers: { authorization, 'content-type': 'application/json' },
		body,
	});
	const text = await answer.text();
	if (answer.ok) return JSON.parse(text) as T;
	throw new Stop(
		`The sandbox answered ${answer.status} to ${method} ${path}: ${text.slice(0, 300)}`,
	);
}

/** The command that creates a contact by hand. */
export function curlLine({ key, url }: SandboxAccount): string {
	const body = JSON.stringify({
		FIRST_NAME: 'Ada',
		LAST_NAME: 'Lovelace',
		EMAIL_ADDRESS: 'ada@example.com',
	});
	return `curl -u ${key}: -H 'Content-Type: application/json' -d '${body}' ${url}/Contacts`;
}

/** "Ada Lovelace (347512)" for whatever names and id an item has. */
export function nameOf(item: Record<string, unknown>): string {
	const name =
		[item.FIRST_NAME, item.LAST_NAME].filter(Boolean).join(' ') || 'a contact without a name';
	return item.CONTACT_ID === undefined ? name : `${name} (${String(item.CONTACT_ID)})`;
}
