import type { Locator } from 'playwright-core';

import type { World } from '../sentences';
import { outputOf } from './form';

/** Opens one of the outputs of a node that has two, and gives the panel. */
export async function openBranch({ page }: World, name: 'Success' | 'Error'): Promise<Locator> {
	const panel = await outputOf(page);
	await panel
		.getByTestId('branches')
		.getByText(new RegExp(`^\\s*${name}\\b`))
		.first()
		.click();
	return panel;
}
