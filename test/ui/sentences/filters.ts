import { expectThat } from '../../e2e/expectThat';
import {
	addCondition,
	choose,
	execute,
	formOf,
	openEntry,
	openRecordList,
	shows,
} from '../editor/form';
import { openForm } from '../editor/nodes';
import type { Sentence } from '../sentences';

/** Conditions of a list, put together by clicks. */
export const filterSentences: Sentence[] = [
	{
		says: "a condition offers the object's fields, then the values of the field's lookup list",
		see: async (world) => {
			const { page } = world;
			await openForm(world, 'spotler', { resource: 'account', operation: 'getMany' });
			await addCondition(page);
			await choose(page, 'field', 'Type');
			await formOf(page).getByTestId('rlc-mode-selector').click();
			await openEntry(page, 'From list').click();
			const values = await openRecordList(page, 'value');
			const offered = await values.allInnerTexts();
			for (const wanted of ['Customer', 'Partner', 'Prospect']) {
				expectThat(
					offered.some((text) => text.includes(wanted)),
					`only ${offered.join(', ')} are offered`,
				);
			}
			await world.picture('filter-with-lookup-values');
			await values.filter({ hasText: 'Partner' }).first().click();
			const output = await execute(page);
			await shows(output, 'Partner');
			const text = await output.innerText();
			expectThat(!/Prospect/.test(text), `others than partners in "${text.slice(0, 400)}"`);
		},
	},
];
