import { expectThat } from '../../e2e/expectThat';
import { openNewCanvas } from '../editor/canvas';
import { findInPanel, isPanelOpen, openNodeList, openPanel } from '../editor/panel';
import type { Sentence } from '../sentences';

const nodesByWord: Readonly<Record<string, readonly string[]>> = {
	insightly: ['Insightly'],
	contact: ['Insightly', 'Spotler CRM'],
	lead: ['Insightly'],
	deal: ['Insightly', 'Spotler CRM'],
	customer: ['Insightly', 'Spotler CRM'],
	company: ['Insightly', 'Spotler CRM'],
	crm: ['Insightly', 'Spotler CRM'],
	spotler: ['Spotler CRM'],
	'really simple systems': ['Spotler CRM'],
	posthog: ['PostHog Insights'],
};

/** What people type who look for one of the nodes. */
const searches: Sentence[] = Object.entries(nodesByWord).map(([word, names]) => ({
	says: `a search for "${word}" finds ${names.join(' and ')}`,
	see: async (world) => {
		if (!(await isPanelOpen(world))) {
			await openNewCanvas(world);
			await openPanel(world);
		}
		for (const name of names) await findInPanel(world, word, name);
	},
}));

export const panelSentences: Sentence[] = [
	...searches,
	{
		says: 'the list of Insightly opens with its triggers and its actions',
		see: async (world) => {
			if (!(await isPanelOpen(world))) {
				await openNewCanvas(world);
				await openPanel(world);
			}
			await openNodeList(world, 'Insightly');
			await world.picture('node-list-insightly');
			const text = await world.page.getByTestId('node-creator').innerText();
			expectThat(/Triggers \(\d+\)/.test(text), `no triggers in "${text}"`);
		},
	},
];
