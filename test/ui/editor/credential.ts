import type { Locator } from 'playwright-core';

import type { World } from '../sentences';
import { goTo } from './goTo';

/** Opens the form of a new credential of that name, as the menu does. */
export async function openNewCredential(world: World, displayName: string): Promise<void> {
	const { page } = world;
	await goTo(world, '/home/credentials');
	await goTo(world, '/home/credentials/create');
	await page.getByTestId('new-credential-type-select').locator('input').fill(displayName);
	const option = page.getByTestId('new-credential-type-select-option');
	await option.getByText(displayName, { exact: true }).click();
	await page.getByTestId('new-credential-type-button').click();
	await credentialForm({ page }).waitFor();
}

export const credentialForm = ({ page }: Pick<World, 'page'>): Locator =>
	page.getByTestId('credential-edit-dialog');

/** Fills the form's fields; a value for a list picks its entry. */
export async function fillCredential(
	world: World,
	values: Readonly<Record<string, string>>,
): Promise<void> {
	for (const [name, value] of Object.entries(values)) {
		const input = credentialForm(world).getByTestId(`parameter-input-${name}`).first();
		const isList = (await input.locator('.el-select').count()) > 0;
		if (isList) {
			await input.click();
			const entry = world.page.locator('.el-select-dropdown__item:visible');
			await entry.getByText(value, { exact: true }).click();
		} else {
			await input.locator('input, textarea').first().fill(value);
		}
	}
}

/** Saves, which tests as well, and gives what the form says then. */
export async function saveAndRead(world: World): Promise<string> {
	const { page } = world;
	await page.getByTestId('credential-save-button').click();
	const form = credentialForm(world);
	const outcome = form
		.getByText('Connection tested successfully')
		.or(form.getByText('Couldn’t connect with these settings'));
	await outcome.filter({ visible: true }).first().waitFor();
	const details = form.getByText('More details').filter({ visible: true });
	if ((await details.count()) > 0) await details.first().click();
	return (await form.innerText()).replace(/\s+/g, ' ');
}

/** Closes the form and gives the page behind it back. */
export async function closeCredential(world: World): Promise<void> {
	await world.page.keyboard.press('Escape');
	await credentialForm(world).waitFor({ state: 'hidden' });
}
