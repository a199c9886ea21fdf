import type { Page } from 'playwright-core';

import type { Login } from '../../../scripts/start/home';

/** Signs in through the form, as a person does. */
export async function signInToEditor(
	page: Page,
	url: string,
	{ email, password }: Login,
): Promise<void> {
	// The page never counts as loaded: it keeps connections open.
	await page.goto(`${url}/signin`, { waitUntil: 'domcontentloaded' });
	await page.fill('input[name=emailOrLdapLoginId]', email);
	await page.fill('input[name=password]', password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/home\//, { waitUntil: 'domcontentloaded' });
}
