import type { Locator, Page } from 'playwright-core';

/** The parameters of the node whose form is open. */
export const formOf = (page: Page): Locator => page.getByTestId('node-parameters').first();

/** The input of a parameter, or of a field in a mapper. */
export const inputOf = (page: Page, name: string): Locator =>
	formOf(page).getByTestId(`parameter-input-${name}`).first();

/** What the form asks for at once, by the names of its parameters; Resource and Operation do not count. */
export async function visibleFields(page: Page): Promise<string[]> {
	const marked = formOf(page).locator('[data-test-id]:visible');
	const names = (await marked.evaluateAll((elements) =>
		elements.map((element) => element.getAttribute('data-test-id')),
	)) as string[];
	const named = names.flatMap((name) => /^parameter-input-(.+)$/.exec(name)?.[1] ?? []);
	const mappers = names.filter((name) => name === 'mapping-mode-select');
	const parts = new Set(['field', 'item', 'hint', 'resource', 'operation']);
	return [...new Set([...named.filter((name) => !parts.has(name)), ...mappers])];
}

/** Picks an entry of a drop-down parameter. */
export async function choose(page: Page, name: string, entry: string): Promise<void> {
	// Not the frame around it: only the input itself says that it is still waiting for its entries.
	await inputOf(page, name).locator('input').first().click();
	await openEntry(page, entry).click();
}

/** What a drop-down, a menu or a list of fields consists of. */
const entries = [
	'.el-select-dropdown__item:visible',
	'[role=option]:visible',
	'[role=menuitem][data-reka-collection-item]:visible',
].join(', ');

/** An entry of the drop-down that is open. */
export const openEntry = (page: Page, entry: string): Locator =>
	page
		.locator(entries)
		.filter({ has: page.getByText(entry, { exact: true }) })
		.first();

/** All entries of the drop-down that is open. */
export async function openEntries(page: Page): Promise<string[]> {
	await page.locator(entries).first().waitFor();
	const texts = await page.locator(entries).allInnerTexts();
	return texts.map((text) => text.split('\n')[0].trim());
}

/** Fills a text into a parameter. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
	const input = inputOf(page, name).locator('input, textarea').first();
	await input.fill(text);
	await input.blur();
}

/** Opens the menu of fields that the mapper can add. */
export async function openAddField(page: Page): Promise<void> {
	await formOf(page).getByTestId('add-fields-select').getByRole('button').click();
}

/** Adds a field to the mapper by its label. */
export async function addMapperField(page: Page, label: string): Promise<void> {
	await openAddField(page);
	await openEntry(page, label).click();
}

/** Adds an entry of a collection, such as an option or a filter. */
export async function addToCollection(page: Page, entry: string): Promise<void> {
	await formOf(page).getByTestId('collection-parameter-add').first().click();
	await page.getByTestId('collection-parameter-option').getByText(entry, { exact: true }).click();
}

/** Adds the first condition of a filter. */
export async function addCondition(page: Page): Promise<void> {
	await formOf(page).getByText('Add Condition', { exact: true }).click();
}

/** Opens the list of a record locator and gives its entries once there are some. */
export async function openRecordList(page: Page, name: string): Promise<Locator> {
	await formOf(page).getByTestId(`resource-locator-${name}`).getByTestId('rlc-input').click();
	const entries = page.getByTestId('rlc-item');
	await entries.first().waitFor();
	return entries;
}

/** Runs the node whose form is open, and gives its output panel once that shows what came of it. */
export async function execute(page: Page): Promise<Locator> {
	const button = page
		.getByTestId('node-execute-button')
		.or(page.getByTestId('trigger-execute-button'));
	await button.first().click();
	return await outputOf(page);
}

/** The output panel, once it shows items, several outputs or what went wrong. */
export async function outputOf(page: Page): Promise<Locator> {
	const panel = page.getByTestId('output-panel');
	const outcomes = ['ndv-items-count', 'branches', 'node-error-message'];
	const outcome = outcomes.map((id) => panel.getByTestId(id)).reduce((a, b) => a.or(b));
	await outcome.first().waitFor();
	return panel;
}

/** Waits until there is such a text in a part of the page: rows are drawn after their number is told. */
export async function shows(part: Locator, text: string | RegExp): Promise<void> {
	await part.getByText(text).first().waitFor();
}
