import type { Locator } from 'playwright-core';

import type { World } from '../sentences';
import { formOf } from './form';

/** Opens the node panel of the canvas. */
export async function openPanel(world: World): Promise<void> {
	await world.page.keyboard.press('n');
	await searchBar(world).waitFor();
}

/** Opens the panel behind the last node, to add one after it. */
export async function openPanelBehind(world: World): Promise<void> {
	await world.page.getByTestId('canvas-handle-plus').last().click();
	await searchBar(world).waitFor();
}

/** Whether the panel is open, with its search bar. */
export const isPanelOpen = async (world: World): Promise<boolean> =>
	await searchBar(world).isVisible();

const searchBar = ({ page }: World): Locator => page.getByTestId('node-creator-search-bar');

/** Entries of the panel with exactly this name. */
export const entryOf = ({ page }: World, name: string): Locator =>
	page.getByTestId('node-creator-item-name').filter({ hasText: exactly(name) });

/** Types a word and waits until an entry of that name is among the results. */
export async function findInPanel(world: World, word: string, name: string): Promise<void> {
	await searchBar(world).fill(word);
	await entryOf(world, name).first().waitFor();
}

/** Opens a node's list of triggers and actions. */
export async function openNodeList(world: World, name: string): Promise<void> {
	await findInPanel(world, name, name);
	await entryOf(world, name).first().click();
	await categoryOf(world, 'Actions').waitFor();
}

/** The header of a category, such as *Actions (120)*. */
export const categoryOf = ({ page }: World, name: 'Triggers' | 'Actions'): Locator =>
	page.getByText(new RegExp(`^${name} \\(\\d+\\)`)).first();

/** Adds a node by one row of its list, which is unfolded; its form opens. */
export async function addByRow(world: World, node: string, row: string): Promise<void> {
	await openNodeList(world, node);
	await entryOf(world, row).first().click();
	await formOf(world.page).waitFor();
}

/** The names of all rows that the panel shows, once it has drawn as many as there are. */
export async function rowsOf(world: World, count: number): Promise<string[]> {
	const names = world.page.getByTestId('node-creator-item-name');
	await names.nth(count - 1).waitFor();
	return await names.allInnerTexts();
}

const exactly = (text: string): RegExp =>
	new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
