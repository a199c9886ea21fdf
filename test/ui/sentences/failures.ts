import { expectThat } from '../../e2e/expectThat';
import { execute } from '../editor/form';
import { openForm } from '../editor/nodes';
import type { Sentence, World } from '../sentences';

const nobody = { __rl: true, mode: 'id', value: '999999999' };

async function runInVain(world: World, onError?: string): Promise<string> {
	await openForm(
		world,
		'insightly',
		{ resource: 'contact', operation: 'get', recordId: nobody },
		onError ? { onError } : {},
	);
	const output = await execute(world.page);
	return await output.innerText();
}

/** A node that fails, as each setting of *On Error* shows it. */
export const failureSentences: Sentence[] = [
	{
		says: 'a node that fails says what happened and what to do',
		see: async (world) => {
			const text = await runInVain(world);
			await world.picture('failed-node');
			expectThat(/Insightly has no such record/.test(text), `it says "${text.slice(0, 500)}"`);
			expectThat(/Check the ID/.test(text), `it does not say what to do: "${text.slice(0, 500)}"`);
		},
	},
	{
		says: 'a node that goes on after a failure puts the reason on its error output',
		see: async (world) => {
			const text = await runInVain(world, 'continueErrorOutput');
			await world.page
				.getByText(/^Error( \(|$)/)
				.first()
				.click();
			const shown = await world.page.getByTestId('output-panel').innerText();
			const reason = /Insightly has no such record/;
			expectThat(reason.test(shown) || reason.test(text), `it says "${shown.slice(0, 500)}"`);
		},
	},
];
